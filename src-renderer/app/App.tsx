import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComponentType } from 'react';
import classes from './App.module.css';
import { createBrowserShell } from './browser-shell.tsx';
import { createCommandRegistry } from './command-registry.ts';
import { CommandContext } from './commands.ts';
import { EngineContext } from './engine.ts';
import type { Engine } from './engine.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { JobsProvider } from './jobs.tsx';
import type { ScreenName } from './navigation.ts';
import { NavigationProvider } from './NavigationProvider.tsx';
import { createQueryClient } from './query-client.ts';
import { SettingsGate } from './SettingsGate.tsx';
import { ShellContext } from './shell.ts';
import type { Shell } from './shell.ts';
import { cssVariables, theme } from './theme.ts';
import { UndoContext } from './undo.ts';
import { createUndoHistory } from './undo-history.ts';
import { Workbench } from './Workbench.tsx';

/** In pixels: in a window as narrow as a laptop's they stay beside the drawers on the right. */
const toastWidth = 360;

export interface AppProps {
  engine: Engine;
  /** The desktop application around the window; null in a browser. */
  native: Shell | null;
  screens: Record<ScreenName, ComponentType>;
}

export function App({ engine, native, screens }: AppProps) {
  const [queryClient] = useState(createQueryClient);
  const [commands] = useState(createCommandRegistry);
  const [undo] = useState(createUndoHistory);
  const [shell] = useState(() => native ?? createBrowserShell());
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ErrorBoundary>
        <NavigationProvider>
          <EngineContext value={engine}>
            <ShellContext value={shell}>
              <QueryClientProvider client={queryClient}>
                <CommandContext value={commands}>
                  <UndoContext value={undo}>
                    <Notifications
                      position="bottom-center"
                      limit={4}
                      containerWidth={toastWidth}
                      classNames={{ root: classes.toasts }}
                    />
                    <SettingsGate>
                      <JobsProvider>
                        <ModalsProvider>
                          <Workbench screens={screens} />
                        </ModalsProvider>
                      </JobsProvider>
                    </SettingsGate>
                  </UndoContext>
                </CommandContext>
              </QueryClientProvider>
            </ShellContext>
          </EngineContext>
        </NavigationProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

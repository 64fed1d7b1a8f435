import { Suspense } from 'react';
import type { ComponentType } from 'react';
import { LoadingLines } from '../components/Loading.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DropArea } from './DropArea.tsx';
import { EngineNotice } from './EngineNotice.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useNavigation } from './navigation.ts';
import type { ScreenName } from './navigation.ts';
import { NavigationRail } from './NavigationRail.tsx';
import { NextStep } from './NextStep.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useGlobalCommands } from './use-global-commands.ts';
import { useHotkeyCommands } from './use-hotkey-commands.ts';
import { useNativeWindow } from './use-native-window.ts';
import classes from './Workbench.module.css';

/** The window: screens at the left, the open one beside them, what goes on below. */
export function Workbench({ screens }: { screens: Record<ScreenName, ComponentType> }) {
  const { screen } = useNavigation();
  useGlobalCommands();
  useHotkeyCommands();
  useNativeWindow();
  const Screen = screens[screen];
  return (
    <div className={classes.window}>
      <NavigationRail />
      <div className={classes.middle}>
        <EngineNotice />
        <NextStep />
        <main className={classes.screen} id="screen">
          <ErrorBoundary attempt={screen}>
            <Suspense fallback={<LoadingLines />}>
              <Screen />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <StatusBar />
      <CommandPalette />
      <DropArea />
    </div>
  );
}

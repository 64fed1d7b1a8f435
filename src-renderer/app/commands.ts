import { createContext, useContext, useEffect, useRef } from 'react';
import type { CommandRegistry } from './command-registry.ts';

export interface Command {
  /** Unique in the window: '<screen>.<verb>'. */
  id: string;
  title: string;
  /** 'mod+I', 'shift+D', 'G', ... */
  keys?: string;
  run: () => void;
  /** True when left out. */
  enabled?: boolean;
  /** Heading in the command palette and in the overview of shortcuts. */
  section: string;
}

export const CommandContext = createContext<CommandRegistry | null>(null);

export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(CommandContext);
  if (registry === null) throw new Error('There are no commands around this component.');
  return registry;
}

/** Offers commands as long as the component is mounted. What they do is always that of the last rendering. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  // Only what is seen of a command registers it anew, so that screens need not memoise what it does.
  const seen = JSON.stringify(
    commands.map(({ id, title, keys, enabled, section }) => [id, title, keys, enabled, section]),
  );
  useEffect(
    () =>
      registry.add(
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [registry, seen],
  );
}

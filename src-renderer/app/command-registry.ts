import type { Command } from './commands.ts';

/** The commands that can be given now. */
export interface CommandRegistry {
  add: (commands: readonly Command[]) => () => void;
  /** The same array until something is added or taken away; the newest of several with the same id. */
  all: () => readonly Command[];
  subscribe: (listener: () => void) => () => void;
  /** Runs a command by its id if it is enabled. */
  run: (id: string) => boolean;
}

export function createCommandRegistry(): CommandRegistry {
  const groups = new Set<readonly Command[]>();
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];

  function change(): void {
    const byId = new Map<string, Command>();
    for (const group of groups) for (const command of group) byId.set(command.id, command);
    all = [...byId.values()];
    for (const listener of listeners) listener();
  }

  return {
    add: (commands) => {
      groups.add(commands);
      change();
      return () => {
        groups.delete(commands);
        change();
      };
    },
    all: () => all,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (id) => {
      const command = all.find((candidate) => candidate.id === id);
      if (command === undefined || command.enabled === false) return false;
      command.run();
      return true;
    },
  };
}

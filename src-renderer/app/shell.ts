import { createContext, useContext } from 'react';

export interface SavePathOptions {
  suggestedName: string;
  /** Without the dot. */
  extension: string;
  extensionLabel: string;
}

export interface ChooseFileOptions {
  /** Without dots. */
  extensions: readonly string[];
  label: string;
}

/** What the window asks of the program around it. Choosers answer with nothing when the person gives up. */
export interface Shell {
  kind: 'electron' | 'browser';
  chooseFolders: () => Promise<string[]>;
  chooseImages: () => Promise<string[]>;
  chooseProject: () => Promise<string | null>;
  chooseNewProject: (suggestedName: string) => Promise<string | null>;
  chooseSavePath: (options: SavePathOptions) => Promise<string | null>;
  chooseFile: (options: ChooseFileOptions) => Promise<string | null>;
  chooseFiles: (options: ChooseFileOptions) => Promise<string[]>;
  /** Empty in a browser, which does not tell where a file lies. */
  pathsOfDrop: (event: DataTransfer) => string[];
  /** In the task bar: a share in [0, 1], or null for none. */
  setProgress: (fraction: number | null) => void;
  /** Shows a file with the program that the system has for it. */
  openPath: (path: string) => Promise<void>;
  showInFolder: (path: string) => Promise<void>;
  /** Commands of the native menu, by the id that they have in the window. */
  onCommand: (listener: (command: string) => void) => () => void;
  /** A project file that was opened by double-click. */
  onOpenProject: (listener: (path: string) => void) => () => void;
  windowTitle: (title: string) => void;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('There is no shell around this component.');
  return shell;
}

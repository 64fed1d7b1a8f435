import type { ChooseFileOptions, SavePathOptions, Shell } from './shell.ts';

/** What the preload of the desktop application puts into the window. */
export interface NativeBridge {
  chooseFolders: () => Promise<string[]>;
  chooseImages: () => Promise<string[]>;
  chooseProject: () => Promise<string | null>;
  chooseNewProject: (suggestedName: string) => Promise<string | null>;
  chooseSavePath: (options: SavePathOptions) => Promise<string | null>;
  chooseFile: (options: ChooseFileOptions) => Promise<string | null>;
  /** Where a dropped file lies; empty when it lies nowhere. */
  pathOfFile: (file: File) => string;
  setProgress: (fraction: number | null) => void;
  openPath: (path: string) => Promise<void>;
  showInFolder: (path: string) => Promise<void>;
  onCommand: (listener: (command: string) => void) => () => void;
  onOpenProject: (listener: (path: string) => void) => () => void;
  windowTitle: (title: string) => void;
}

declare global {
  interface Window {
    readonly sparsight?: NativeBridge;
  }
}

/** The desktop application around the window; null in a browser. */
export function nativeShell(): Shell | null {
  const bridge = window.sparsight;
  if (bridge === undefined) return null;
  return {
    kind: 'electron',
    chooseFolders: () => bridge.chooseFolders(),
    chooseImages: () => bridge.chooseImages(),
    chooseProject: () => bridge.chooseProject(),
    chooseNewProject: (suggestedName) => bridge.chooseNewProject(suggestedName),
    chooseSavePath: (options) => bridge.chooseSavePath(options),
    chooseFile: (options) => bridge.chooseFile(options),
    pathsOfDrop: ({ files }) =>
      Array.from(files, (file) => bridge.pathOfFile(file)).filter((path) => path !== ''),
    setProgress: (fraction) => bridge.setProgress(fraction),
    openPath: (path) => bridge.openPath(path),
    showInFolder: (path) => bridge.showInFolder(path),
    onCommand: (listener) => bridge.onCommand(listener),
    onOpenProject: (listener) => bridge.onOpenProject(listener),
    windowTitle: (title) => bridge.windowTitle(title),
  };
}

import * as z from 'zod';

/** Who answers the native side's questions: one channel each, so that each has one shape. */
export const saveRequestSchema = z.object({
  suggestedName: z.string().max(255),
  /** Without the dot. */
  extension: z.string().regex(/^[a-z0-9]{1,16}$/),
  extensionLabel: z.string().max(100),
});
export type SaveRequest = z.infer<typeof saveRequestSchema>;

export const fileRequestSchema = z.object({
  extensions: z.array(z.string().regex(/^[a-z0-9]{1,16}$/)).max(32),
  label: z.string().max(100),
});
export type FileRequest = z.infer<typeof fileRequestSchema>;

/** What a native menu asks the window to do. */
export const menuCommands = [
  'project.new',
  'project.open',
  'project.sample',
  'images.import',
  'report.export',
  'edit.undo',
  'edit.redo',
  'palette.open',
  'go.start',
  'go.images',
  'go.learn',
  'go.inspect',
  'go.evaluate',
  'go.reports',
  'go.settings',
  'go.help',
  'help.shortcuts',
  'help.about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What happened to the engine's process. */
export type EngineState =
  /** It died and is being started anew; jobs that were running are found as interrupted afterwards. */
  | { readonly state: 'restarting' }
  /** It runs again; `project` is open again, or null when none was. */
  | { readonly state: 'restarted'; readonly project: string | null }
  /** It died again and again and is left alone. */
  | { readonly state: 'failed'; readonly logFile: string };

type Unsubscribe = () => void;

/** Everything that the desktop application lends its window, as `window.sparsight`. */
export interface DesktopBridge {
  chooseFolders(): Promise<string[]>;
  chooseImages(): Promise<string[]>;
  chooseProject(): Promise<string | null>;
  chooseNewProject(suggestedName: string): Promise<string | null>;
  chooseSavePath(request: SaveRequest): Promise<string | null>;
  chooseFile(request: FileRequest): Promise<string | null>;
  /** Where dropped files lie on the disk. */
  pathsOfFiles(files: File[]): string[];
  /** Of what is going on, in [0, 1]; null when nothing is. The computer stays awake meanwhile. */
  setProgress(fraction: number | null): void;
  /** Shows a file with the program that the system has for it. */
  openPath(path: string): Promise<void>;
  showInFolder(path: string): Promise<void>;
  windowTitle(title: string): void;
  onCommand(listener: (command: MenuCommand) => void): Unsubscribe;
  /** A project file that was opened in the system: by double-click or by a second start. */
  onOpenProject(listener: (path: string) => void): Unsubscribe;
  onEngine(listener: (engine: EngineState) => void): Unsubscribe;
}

/**
 * The window gets its port to the engine in a message event that holds this: once its page has loaded, and once more
 * after each restart of the engine.
 */
export const enginePortMessage = 'sparsight:engine';

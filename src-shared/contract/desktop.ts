import * as z from 'zod';

const extension = z.string().regex(/^[a-z0-9]{1,16}$/);

export const savePathSchema = z.object({
  suggestedName: z.string().max(255),
  /** Without the dot. */
  extension,
  extensionLabel: z.string().max(100),
});

export const chooseFileSchema = z.object({
  /** Without dots. */
  extensions: z.array(extension).max(32),
  label: z.string().max(100),
});

/** Of what is going on, in [0, 1]; null when nothing is. */
export const progressSchema = z.number().min(0).max(1).nullable();

type Unsubscribe = () => void;

/** Everything that the desktop application lends its window, as `window.sparsight`. */
export interface DesktopBridge {
  chooseFolders(): Promise<string[]>;
  chooseImages(): Promise<string[]>;
  chooseProject(): Promise<string | null>;
  chooseNewProject(suggestedName: string): Promise<string | null>;
  chooseSavePath(options: z.infer<typeof savePathSchema>): Promise<string | null>;
  chooseFile(options: { extensions: readonly string[]; label: string }): Promise<string | null>;
  /** As `chooseFile`, for any number of files. */
  chooseFiles(options: { extensions: readonly string[]; label: string }): Promise<string[]>;
  /** Where a dropped file lies; empty when it lies nowhere. */
  pathOfFile(file: File): string;
  /** In the task bar; the computer stays awake meanwhile. */
  setProgress(fraction: number | null): void;
  /** Shows a document or picture with the program that the system has for it. */
  openPath(path: string): Promise<void>;
  showInFolder(path: string): Promise<void>;
  windowTitle(title: string): void;
  /** What the native menu asks for, by the id that the command has in the window. */
  onCommand(listener: (command: string) => void): Unsubscribe;
  /** A project file that was opened in the system: by double-click or by a second start. */
  onOpenProject(listener: (path: string) => void): Unsubscribe;
}

/**
 * The window gets its port to the engine in a message event that holds this: once its page has loaded, and once more
 * after each restart of the engine.
 */
export const enginePortMessage = 'sparsight:engine';

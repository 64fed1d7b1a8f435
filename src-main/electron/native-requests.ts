import { extname } from 'node:path';
import { dialog, ipcMain, powerSaveBlocker, shell } from 'electron';
import type {
  BrowserWindow,
  FileFilter,
  IpcMainEvent,
  IpcMainInvokeEvent,
  OpenDialogOptions,
} from 'electron';
import type { Logger } from 'pino';
import * as z from 'zod';
import { chooseFileSchema, progressSchema, savePathSchema } from '../../src-shared/contract/desktop.ts';
import type { DesktopBridge } from '../../src-shared/contract/desktop.ts';
import type { Texts } from './texts.ts';
import { isFromWindow } from './lock-down.ts';
import { isProjectFile } from './opened-files.ts';

const imageExtensions = ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'webp'];

/** What a double-click on it would show, never run. */
const documents = new Set([
  '.pdf',
  '.html',
  '.csv',
  '.xlsx',
  '.json',
  '.txt',
  '.log',
  ...imageExtensions.map((e) => `.${e}`),
]);

export interface NativeRequestsOptions {
  readonly window: BrowserWindow;
  readonly log: Logger;
  readonly texts: () => Texts;
  /** Whether something is going on in the window. */
  readonly busy: (isBusy: boolean) => void;
}

/** Answers what the window asks of the system. Only the window's own page is heard, and what it says is checked. */
export function answerNativeRequests({ window, log, texts, busy }: NativeRequestsOptions): void {
  const isHeard = (name: string, event: IpcMainEvent | IpcMainInvokeEvent) => {
    const heard = isFromWindow(event, window.webContents);
    if (!heard) log.warn({ name, address: event.senderFrame?.url }, 'message of a stranger refused');
    return heard;
  };
  function answer<Input>(
    name: keyof DesktopBridge,
    input: z.ZodType<Input>,
    handle: (input: Input) => unknown,
  ): void {
    ipcMain.handle(name, (event, given: unknown) => {
      if (!isHeard(name, event)) throw new Error('Refused.');
      return handle(input.parse(given));
    });
  }
  function hear<Input>(
    name: keyof DesktopBridge,
    input: z.ZodType<Input>,
    handle: (input: Input) => void,
  ): void {
    ipcMain.on(name, (event, given: unknown) => {
      if (!isHeard(name, event)) return;
      const parsed = input.safeParse(given);
      if (parsed.success) handle(parsed.data);
      else log.warn({ name }, 'message that makes no sense refused');
    });
  }

  async function open(options: OpenDialogOptions): Promise<string[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled ? [] : filePaths;
  }
  async function save(title: string, suggested: string, filter: FileFilter): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: suggested,
      filters: [filter],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    const [extension = ''] = filter.extensions;
    // On Linux the dialog leaves a name without its ending.
    return extname(filePath) === '' ? `${filePath}.${extension}` : filePath;
  }

  const projects = (): FileFilter => ({ name: texts().projectFiles, extensions: ['sparsight'] });
  const images = (): FileFilter => ({ name: texts().imageFiles, extensions: imageExtensions });
  const nothing = z.undefined();
  const path = z.string().min(1).max(32_767);

  answer('chooseFolders', nothing, () =>
    open({ title: texts().chooseFolders, properties: ['openDirectory', 'multiSelections'] }),
  );
  answer('chooseImages', nothing, () =>
    open({ title: texts().chooseImages, properties: ['openFile', 'multiSelections'], filters: [images()] }),
  );
  answer('chooseProject', nothing, async () => {
    const [chosen] = await open({
      title: texts().chooseProject,
      properties: ['openFile'],
      filters: [projects()],
    });
    return chosen ?? null;
  });
  answer('chooseNewProject', z.string().max(255), async (name) => {
    const chosen = await save(texts().chooseNewProject, `${name}.sparsight`, projects());
    return chosen === null || isProjectFile(chosen) ? chosen : `${chosen}.sparsight`;
  });
  answer('chooseSavePath', savePathSchema, ({ suggestedName, extension, extensionLabel }) =>
    save(extensionLabel, suggestedName, { name: extensionLabel, extensions: [extension] }),
  );
  answer('chooseFile', chooseFileSchema, async ({ extensions, label }) => {
    const [chosen] = await open({
      title: label,
      properties: ['openFile'],
      filters: [{ name: label, extensions }],
    });
    return chosen ?? null;
  });
  answer('chooseFiles', chooseFileSchema, ({ extensions, label }) =>
    open({
      title: label,
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: label, extensions }],
    }),
  );
  answer('openPath', path, async (file) => {
    if (!documents.has(extname(file).toLowerCase())) shell.showItemInFolder(file);
    else await shell.openPath(file);
  });
  answer('showInFolder', path, (file) => shell.showItemInFolder(file));
  hear('windowTitle', z.string().max(1000), (title) => window.setTitle(title));

  let awake: number | null = null;
  hear('setProgress', progressSchema, (fraction) => {
    window.setProgressBar(fraction ?? -1);
    busy(fraction !== null);
    if (fraction !== null) awake ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (awake !== null) {
      powerSaveBlocker.stop(awake);
      awake = null;
    }
  });
}

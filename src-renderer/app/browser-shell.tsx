import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { notifyDone } from './errors.ts';
import { FileBrowser } from './file-browser/FileBrowser.tsx';
import type { FileBrowserOptions } from './file-browser/FileBrowser.tsx';
import type { Shell } from './shell.ts';

/** The shell in a browser: files are chosen on the engine's machine, in the window itself. */
export function createBrowserShell(): Shell {
  function browse(title: string, options: FileBrowserOptions): Promise<string[]> {
    const { promise, resolve } = Promise.withResolvers<string[]>();
    const id = modals.open({
      title,
      size: 760,
      onClose: () => resolve([]),
      closeButtonProps: { 'aria-label': i18next.t('action.close') },
      children: (
        <FileBrowser
          {...options}
          onCancel={() => modals.close(id)}
          onChoose={(paths) => {
            resolve(paths);
            modals.close(id);
          }}
        />
      ),
    });
    return promise;
  }
  const first = async (chosen: Promise<string[]>) => (await chosen)[0] ?? null;
  // Files are the browser host's machine's own; a page cannot open its programs.
  const tell = (path: string) => {
    notifyDone(path);
    return Promise.resolve();
  };

  return {
    kind: 'browser',
    chooseFolders: () => browse(i18next.t('files.chooseFolders'), { choose: 'folders' }),
    chooseImages: () => browse(i18next.t('files.chooseImages'), { choose: 'images' }),
    chooseProject: () => first(browse(i18next.t('files.chooseProject'), { choose: 'project' })),
    chooseNewProject: (suggestedName) =>
      first(
        browse(i18next.t('files.newProject'), {
          choose: 'save',
          suggestedName,
          extension: 'sparsight',
          mayReplace: false,
        }),
      ),
    chooseSavePath: ({ suggestedName, extension }) =>
      first(browse(i18next.t('files.save'), { choose: 'save', suggestedName, extension, mayReplace: true })),
    chooseFile: ({ extensions }) =>
      first(browse(i18next.t('files.chooseFile'), { choose: 'file', extensions })),
    chooseFiles: ({ extensions }) => browse(i18next.t('files.chooseFiles'), { choose: 'files', extensions }),
    pathsOfDrop: () => [],
    setProgress: () => undefined,
    openPath: tell,
    showInFolder: tell,
    onCommand: () => () => undefined,
    onOpenProject: () => () => undefined,
    windowTitle: (title) => {
      document.title = title;
    },
  };
}

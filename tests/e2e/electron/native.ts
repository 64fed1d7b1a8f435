import type { ElectronApplication } from 'playwright';
import { windowSize } from '../../support/window-size.ts';

/** Answers the system's dialogs as a person would who chooses these paths. */
export async function answerDialogs(
  application: ElectronApplication,
  answers: { open?: string[]; save?: string },
): Promise<void> {
  await application.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined)
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: open });
    if (save !== undefined)
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save });
  }, answers);
}

/** Gives the window the size that all pictures of a run of the tests have. */
export async function resize(application: ElectronApplication): Promise<void> {
  await application.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]!.setContentSize(width, height),
    windowSize,
  );
}

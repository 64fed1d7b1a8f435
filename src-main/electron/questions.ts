import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Texts } from './texts.ts';

/** Whether to quit although that cancels what is going on. */
export function confirmQuit(window: BrowserWindow, texts: Texts): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: texts.quitWhileBusy,
    detail: texts.quitWhileBusyDetail,
    buttons: [texts.stay, texts.quitAnyway],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

/** Whether to start the engine once more after it has died again and again. */
export async function confirmRestart(window: BrowserWindow, texts: Texts): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: texts.engineFailed,
    detail: texts.engineFailedDetail,
    buttons: [texts.tryAgain, texts.close],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

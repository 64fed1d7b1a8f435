import { app, dialog } from 'electron';
import type { Logger } from 'pino';
import type { Texts } from './texts.ts';

/** Tests must not be held up by a dialog that nobody answers. */
export const isAttended = process.env.SPARSIGHT_UNATTENDED !== '1';

/** What nobody caught in the main process: it is logged, the person is told without a stack trace, and it ends. */
export function endOnFaults(log: Logger, logFile: string, texts: () => Texts): void {
  const end = (error: unknown) => {
    log.fatal({ err: error }, 'nobody caught this');
    if (isAttended) dialog.showErrorBox(texts().fault, `${texts().faultDetail}\n${logFile}`);
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

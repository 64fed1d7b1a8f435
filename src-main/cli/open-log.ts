import pino from 'pino';
import type { Logger } from 'pino';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';

/**
 * The log in a file, or nowhere.
 *
 * @throws SparsightError 'usage.invalid' when the file cannot be written
 */
export function openLog(path: string | undefined): Logger {
  if (path === undefined) return pino({ level: 'silent' });
  try {
    return pino({ level: 'debug' }, pino.destination({ dest: path, sync: true, mkdir: true }));
  } catch (cause) {
    throw new SparsightError(
      {
        code: 'usage.invalid',
        message: `The log ${path} cannot be written.`,
        next: 'Name a file in a folder that you may write to, or leave --log out.',
        path,
      },
      { cause },
    );
  }
}

import { basename } from 'node:path';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

/** A file that is no table of text. @param what how its name is followed: 'is empty' */
export function unreadableSignal(path: string, what: string, next: string, cause?: unknown): SparsightError {
  return new SparsightError(
    { code: 'signal.unreadable', message: `${basename(path)} ${what}.`, next, path },
    { cause },
  );
}

export const exportAsCsv = 'Export the signal as CSV: numbers in columns, a row for each moment.';

import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { sideFiles } from './format.ts';

/** The longest suffix of a side file: SQLite looks for a journal of the lock, too. */
const suffix = (sideFiles.lock + sideFiles.journal).length;
/** Bytes; common file systems allow names of 255. */
const longestName = 255 - suffix;
/** Bytes; SQLite allows paths of 512 with the zero at their end. */
const longestPath = 511 - suffix;

/**
 * The absolute path of a project file with symbolic links followed, so that two names of one file share one lock.
 * The file itself need not exist.
 *
 * @throws SparsightError usage.invalid when SQLite could not open, or would confuse, such a name
 */
export function projectPath(path: string): string {
  const absolute = followLinks(resolve(path));
  const tooLong =
    Buffer.byteLength(basename(absolute)) > longestName || Buffer.byteLength(absolute) > longestPath;
  if (tooLong) {
    throw new SparsightError({
      code: 'usage.invalid',
      message: `The project's name or path is too long: at most ${longestName} bytes of name and ${longestPath} of path.`,
      next: 'Choose a shorter name or a folder higher up.',
      path,
    });
  }
  if (absolute !== absolute.trim() || absolute.includes('\0')) {
    throw new SparsightError({
      code: 'usage.invalid',
      message: "The project's file name ends in a space or holds a character that no file can have.",
      next: 'Choose another name.',
      path,
    });
  }
  return absolute;
}

function followLinks(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    // Not there yet: its folder may still be a link.
  }
  try {
    return join(realpathSync(dirname(absolute)), basename(absolute));
  } catch {
    return absolute;
  }
}

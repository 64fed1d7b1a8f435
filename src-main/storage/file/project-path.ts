import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
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
    throw reasonedError(
      'usage.invalid',
      'project.long-name',
      { name: longestName, path: longestPath },
      { path },
    );
  }
  if (absolute !== absolute.trim() || absolute.includes('\0')) {
    throw reasonedError('usage.invalid', 'project.odd-name', {}, { path });
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

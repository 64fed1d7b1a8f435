import { mkdir } from 'node:fs/promises';
import { writeError } from './write-error.ts';

/**
 * Makes a folder, with those above it, unless it is there already.
 *
 * @throws SparsightError 'disk.full', 'disk.read-only', 'usage.invalid' (a file is in the way)
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw writeError(path, cause);
  }
}

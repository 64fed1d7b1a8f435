import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';

/** Files that are asked about at the same time. */
const atOnce = 8;
/** What is left of the bound afterwards, so that it is not reached again at once. */
const share = 0.9;

/**
 * Removes the oldest files of a folder and its subfolders when all together take more than a bound.
 *
 * @param most bytes
 * @returns how many were removed
 */
export async function pruneFolder(folder: string, most: number): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await pMap(
    entries.filter((entry) => entry.isFile()),
    async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      // Somebody else may have removed it since.
      const stats = await stat(path).catch(() => undefined);
      return { path, bytes: stats?.size ?? 0, written: stats?.mtimeMs ?? 0 };
    },
    { concurrency: atOnce },
  );
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= most) return 0;
  let removed = 0;
  for (const { path, bytes } of files.sort((a, b) => a.written - b.written)) {
    if (total <= most * share) break;
    await rm(path, { force: true });
    total -= bytes;
    removed++;
  }
  return removed;
}

import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import pMap from 'p-map';
import type { OpenProject } from '../../../storage/open-project.ts';
import { moveImages } from '../../../storage/records/image-changes.ts';
import { listKnownFiles } from '../../../storage/records/known-files.ts';

/** Files that are looked for at the same time. */
const atOnce = 16;

/**
 * Follows a folder that was moved: images below `from` whose file lies at the same place below `to`, with the same
 * size, are there from now on. The others stay as they were.
 *
 * @returns how many were found, and how many were not
 */
export async function relocateImages(
  project: OpenProject,
  request: { from: string; to: string },
): Promise<{ found: number; missing: number }> {
  const from = resolve(request.from);
  const to = resolve(request.to);
  const files = listKnownFiles(project);
  const taken = new Set(files.map(({ path }) => path));
  const below = files.filter(({ path }) => path.startsWith(from.endsWith(sep) ? from : from + sep));
  const moves = await pMap(
    below,
    async ({ id, name, path, sizeBytes }) => {
      const moved = join(to, relative(from, path));
      const stats = await stat(moved).catch(() => undefined);
      const isSame = stats?.isFile() === true && stats.size === sizeBytes && !taken.has(moved);
      return isSame ? [{ id, name, path: moved }] : [];
    },
    { concurrency: atOnce },
  );
  const found = moves.flat();
  moveImages(project, found);
  return { found: found.length, missing: below.length - found.length };
}

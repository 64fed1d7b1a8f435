import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { imageExtensions } from '../../imaging/decode/image-format.ts';
import { compareNaturally } from '../../imaging/files/list-images.ts';
import type { FileState } from './arriving-files.ts';

/**
 * The image files in folders and their subfolders as they are now, in natural order. What cannot be entered now, such as
 * a share that is away for a moment, holds nothing now.
 *
 * @param isAsked which files to ask about
 */
export async function folderContents(
  folders: readonly string[],
  isAsked: (path: string) => boolean,
): Promise<FileState[]> {
  const found: FileState[] = [];
  for (const folder of folders) await visit(folder);
  return found.sort((a, b) => compareNaturally(a.path, b.path));

  async function visit(folder: string): Promise<void> {
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visit(path);
      else if (imageExtensions.has(extname(entry.name).toLowerCase()) && isAsked(path)) {
        const stats = await stat(path).catch(() => undefined);
        if (stats?.isFile() === true) {
          found.push({ path, sizeBytes: stats.size, modified: stats.mtimeMs });
        }
      }
    }
  }
}

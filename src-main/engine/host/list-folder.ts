import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { imageExtensions } from '../../imaging/decode/image-format.ts';
import { compareNaturally } from '../../imaging/files/list-images.ts';

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'image' | 'project' | 'file';
}

/**
 * What a folder holds, folders first, as a person counts; hidden files are left out.
 *
 * @param folder the home folder when left out
 * @throws SparsightError 'input.missing', 'input.not-a-folder', 'input.unreadable'
 */
export async function listFolder(
  folder = homedir(),
): Promise<{ path: string; parent: string | null; entries: FolderEntry[] }> {
  const path = resolve(folder);
  const above = dirname(path);
  const names = await namesIn(path);
  const entries = await Promise.all(
    names.filter((name) => !name.startsWith('.')).map((name) => entryOf(path, name)),
  );
  const isFile = ({ kind }: FolderEntry) => Number(kind !== 'folder');
  return {
    path,
    parent: above === path ? null : above,
    entries: entries.flat().sort((a, b) => isFile(a) - isFile(b) || compareNaturally(a.name, b.name)),
  };
}

async function entryOf(folder: string, name: string): Promise<FolderEntry[]> {
  const path = join(folder, name);
  // Follows links; what leads nowhere, or is a device, is nothing that a person could choose.
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory() === true) return [{ name, path, kind: 'folder' }];
  return stats?.isFile() === true ? [{ name, path, kind: kindOfFile(name) }] : [];
}

function kindOfFile(name: string): FolderEntry['kind'] {
  const ending = extname(name).toLowerCase();
  if (ending === '.sparsight') return 'project';
  return imageExtensions.has(ending) ? 'image' : 'file';
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (cause) {
    throw folderError(path, cause);
  }
}

function folderError(path: string, cause: unknown): SparsightError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const options = { path, cause };
  if (code === 'ENOENT') {
    return reasonedError('input.missing', 'folder.missing', { folder: path }, options);
  }
  if (code === 'ENOTDIR') {
    return reasonedError('input.not-a-folder', 'folder.none', { folder: path }, options);
  }
  return reasonedError('input.unreadable', 'folder.unreadable', { folder: path }, options);
}

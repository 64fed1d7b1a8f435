import { constants } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { ErrorReason } from '../../../src-shared/errors/reasons/reason-texts.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { imageExtensions } from '../decode/image-format.ts';
import { sortInTurns } from './sort-in-turns.ts';

/** What looks like an image or a folder of images and cannot be read, with the reason. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: ErrorReason;
}

export interface ImageListing {
  /** Absolute paths, each once, in natural order (part 2 before part 10). */
  readonly images: string[];
  readonly skipped: SkippedFile[];
}

/**
 * Finds the image files in folders (with their subfolders) and among single files. Within folders a file counts as
 * an image by its ending; dotfiles and other files are passed over. A file that is named itself always counts.
 * Links are followed, each folder once, so links in a circle end.
 *
 * @param signal ends a search that takes too long, by throwing its reason
 * @throws SparsightError 'input.missing' for a path that does not exist, 'input.unreadable' for one that may not
 *   be read, 'input.empty' when nothing readable is found at all
 */
export async function listImages(inputs: readonly string[], signal?: AbortSignal): Promise<ImageListing> {
  const found = new Set<string>();
  const skipped: SkippedFile[] = [];
  const visitedFolders = new Set<string>();
  for (const input of inputs.map((path) => resolve(path))) {
    if (await isFolder(input)) await visitFolder(input, true);
    else await visitFile(input);
  }
  if (found.size === 0) throw nothingFound(inputs, skipped.length);
  return { images: await sortInTurns([...found], compareNaturally), skipped };

  async function visitFolder(folder: string, named: boolean): Promise<void> {
    const real = await realpath(folder);
    if (visitedFolders.has(real)) return;
    visitedFolders.add(real);
    let entries;
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      if (named) throw unreadable(folder, error);
      skipped.push({ path: folder, reason: reasonOf(error) });
      return;
    }
    for (const entry of await sortInTurns(entries, (a, b) => compareNaturally(a.name, b.name))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      const looksLikeImage = imageExtensions.has(extname(entry.name).toLowerCase());
      if (entry.isDirectory()) await visitFolder(path, false);
      else if (entry.isSymbolicLink()) await visitLink(path, looksLikeImage);
      else if (looksLikeImage) await visitFile(path);
    }
  }

  async function visitLink(path: string, looksLikeImage: boolean): Promise<void> {
    const target = await stat(path).catch(() => undefined);
    if (target?.isDirectory() === true) await visitFolder(path, false);
    else if (looksLikeImage) await visitFile(path);
  }

  async function visitFile(path: string): Promise<void> {
    signal?.throwIfAborted();
    try {
      if (!(await stat(path)).isFile())
        skipped.push({ path, reason: { name: 'skipped.irregular', values: {} } });
      else {
        await access(path, constants.R_OK);
        found.add(path);
      }
    } catch (error) {
      skipped.push({ path, reason: reasonOf(error) });
    }
  }
}

const collator = new Intl.Collator('en', { numeric: true });

/** Order in which a person counts: numbers by value, letters by alphabet; never undecided. */
export function compareNaturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') {
      throw reasonedError('input.missing', 'input.missing', { file: basename(path) }, { path, cause: error });
    }
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): SparsightError {
  const file = basename(path);
  const code = codeOf(cause);
  return code === 'EACCES' || code === 'EPERM'
    ? reasonedError('input.unreadable', 'input.denied', { file }, { path, cause })
    : reasonedError('input.unreadable', 'input.unreadable', { file, code }, { path, cause });
}

function nothingFound(inputs: readonly string[], skippedCount: number): SparsightError {
  const folders = inputs.map((input) => basename(resolve(input))).join(', ');
  const options = { path: inputs[0] };
  return skippedCount === 0
    ? reasonedError('input.empty', 'folder.without-images', { folders }, options)
    : reasonedError('input.empty', 'folder.unreadable-images', { folders, images: skippedCount }, options);
}

const reasons: Readonly<Record<string, ErrorReason['name']>> = {
  ENOENT: 'skipped.missing',
  EACCES: 'skipped.denied',
  EPERM: 'skipped.denied',
  ELOOP: 'skipped.loop',
  ENAMETOOLONG: 'skipped.long-path',
};

function reasonOf(error: unknown): ErrorReason {
  const code = codeOf(error);
  const name = reasons[code];
  return name === undefined ? { name: 'skipped.code', values: { code } } : { name, values: {} };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

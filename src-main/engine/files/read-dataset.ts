import { readdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { compareNaturally, listImages } from '../../imaging/files/list-images.ts';
import type { ImageListing } from '../../imaging/files/list-images.ts';
import type { PartToInspect } from '../use-cases/inspect-parts.ts';

/** A labelled folder: what to learn from, and what to measure on. */
export interface Dataset {
  readonly train: string[];
  /** Good parts first, then by type of defect. */
  readonly test: (PartToInspect & { readonly label: string })[];
  readonly skipped: ImageListing['skipped'][number][];
}

/**
 * Reads the layout train/good, test/good, test/<defect>, ground_truth/<defect>/<name>_mask.png. The folder's name is
 * the label.
 *
 * @throws SparsightError 'input.missing', 'input.empty', 'input.unreadable'
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const root = resolve(folder);
  const train = await listTrain(root);
  const test: Dataset['test'] = [];
  const skipped = [...train.skipped];
  for (const label of await labels(join(root, 'test'))) {
    const listing = await listLabelled(join(root, 'test', label));
    skipped.push(...listing.skipped);
    const masks =
      label === 'good' ? new Map<string, string>() : await masksIn(join(root, 'ground_truth', label));
    for (const path of listing.images) {
      const mask = masks.get(`${basename(path, extname(path))}_mask`);
      if (label === 'good') test.push({ path, label, truth: 'good' });
      else test.push({ path, label, ...(mask === undefined ? {} : { truth: { mask } }) });
    }
  }
  if (test.length === 0) {
    throw reasonedError(
      'input.empty',
      'dataset.empty',
      { folder: join(root, 'test') },
      { path: join(root, 'test') },
    );
  }
  return { train: train.images, test, skipped };
}

async function listTrain(root: string): Promise<ImageListing> {
  try {
    return await listImages([join(root, 'train', 'good')]);
  } catch (thrown) {
    const isMissing = thrown instanceof SparsightError && thrown.code === 'input.missing';
    throw isMissing ? missing(join(root, 'train', 'good'), { cause: thrown }) : thrown;
  }
}

/** A type of defect of which there is no picture yet is no reason to measure nothing. */
async function listLabelled(folder: string): Promise<ImageListing> {
  try {
    return await listImages([folder]);
  } catch (thrown) {
    if (!(thrown instanceof SparsightError && thrown.code === 'input.empty')) throw thrown;
    return { images: [], skipped: [{ path: folder, reason: { name: 'skipped.no-images', values: {} } }] };
  }
}

async function labels(folder: string): Promise<string[]> {
  let names: string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    names = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch (cause) {
    throw missing(folder, { cause });
  }
  if (names.length === 0) throw missing(folder);
  const isGood = (name: string) => Number(name === 'good');
  return names.sort((a, b) => isGood(b) - isGood(a) || compareNaturally(a, b));
}

function missing(folder: string, options?: ErrorOptions): SparsightError {
  return reasonedError('input.missing', 'dataset.missing', { folder }, { path: folder, ...options });
}

/** Mask files by name without ending; none when the folder is not there. */
async function masksIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder).catch(() => []);
  return new Map(entries.map((name) => [basename(name, extname(name)), join(folder, name)]));
}

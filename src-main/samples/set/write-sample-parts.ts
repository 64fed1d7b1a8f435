import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOf, sharp } from '../../libvips/sharp.ts';
import type { Size } from '../../../src-shared/domain/image.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { PartFacts } from '../render-sample-part.ts';
import type { SampleSettings } from '../settings.ts';
import { clearFormerSet, type Manifest, manifestName } from './manifest.ts';
import { planSet, type PlannedPart } from './plan-set.ts';
import { type MadePart, sampleParts } from './sample-parts.ts';

export interface WriteOptions {
  /** Writes a file whole or not at all. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** A safe integer; the same settings and seed write the same pixels. */
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  /** Parts written so far, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** One part of a written set; paths are relative to the set's folder. */
export type WrittenPart = Pick<PlannedPart, 'image' | 'mask'> & PartFacts;

/**
 * Makes a whole set of sample parts and writes it as 8-bit grey PNG files in the layout train/good, test/good,
 * test/<defect>, ground_truth/<defect>/<name>_mask.png, with a list of what each part is beside them. Each file appears
 * whole or not at all. A set that the generator wrote there before is replaced.
 *
 * @param folder Made when it does not exist.
 * @throws SparsightError 'usage.invalid' when the folder holds anything else, 'job.cancelled' when `signal` aborts
 *   (files written until then stay); what the file system throws otherwise
 */
export async function writeSampleParts(
  folder: string,
  settings: SampleSettings,
  { seed, signal, onProgress, write }: WriteOptions,
): Promise<WrittenPart[]> {
  stopIfAborted(signal);
  await clearFormerSet(folder);
  const planned = planSet(settings.counts);
  const folders = planned.flatMap(({ image, mask }) => [dirname(image), ...(mask ? [dirname(mask)] : [])]);
  for (const needed of new Set(folders)) await mkdir(join(folder, needed), { recursive: true });
  // First of all, so that a set that was cut off can be made anew.
  await writeManifest(folder, { settings, seed, parts: [] }, write);

  const written: WrittenPart[] = [];
  onProgress?.(0, planned.length);
  for await (const made of sampleParts(settings, seed)) {
    stopIfAborted(signal);
    await writePart(folder, made, write);
    const { image, mask } = made.planned;
    written.push({ image, mask, ...made.part.facts });
    onProgress?.(written.length, planned.length);
  }
  await writeManifest(folder, { settings, seed, parts: written.map((part) => ({ ...part })) }, write);
  return written;
}

async function writePart(
  folder: string,
  { planned, part }: MadePart,
  write: WriteOptions['write'],
): Promise<void> {
  const { picture, mask } = part;
  const grey = Uint8Array.from(picture.data, (value) => Math.round(value * 255));
  await write(join(folder, planned.image), await encodeGrey(grey, picture));
  if (planned.mask === null || mask === null) return;
  const white = mask.map((value) => value * 255);
  await write(join(folder, planned.mask), await encodeGrey(white, picture));
}

async function encodeGrey(grey: Uint8Array, { width, height }: Size): Promise<Uint8Array> {
  const raw = { width, height, channels: 1 } as const;
  const picture = sharp(grey, { raw }).toColourspace('b-w').png({ compressionLevel: 3 });
  return (await bytesOf(picture)).data;
}

async function writeManifest(
  folder: string,
  manifest: Omit<Manifest, 'madeBy'>,
  write: WriteOptions['write'],
): Promise<void> {
  const text = JSON.stringify({ madeBy: 'Sparsight sample parts', ...manifest }, null, 2);
  await write(join(folder, manifestName), new TextEncoder().encode(`${text}\n`));
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw reasonedError('job.cancelled', 'work.cancelled', {});
  }
}

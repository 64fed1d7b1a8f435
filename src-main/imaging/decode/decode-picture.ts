import type { Picture } from '../../../src-shared/domain/image.ts';
import { defaultDecodeLimits, type DecodeLimits } from './decode-limits.ts';
import { decodeSamples } from './decode-samples.ts';
import { intensityRows } from './intensity-rows.ts';
import { type ImageFile, readImageFile } from './read-image-file.ts';
import type { Samples } from './samples.ts';
import { OpponentTints } from './tints.ts';
import type { TintedPlane } from './tints.ts';
import { luminances } from './to-grey.ts';

/** Reads and decodes an image file; see `decodePictureFile`. */
export async function decodePicture(
  path: string,
  limits: DecodeLimits = defaultDecodeLimits,
): Promise<Picture> {
  return decodePictureFile(await readImageFile(path, limits), limits);
}

/**
 * Decodes the first picture of a file, upright, to intensities in [0, 1] (stored value / largest value of its
 * depth). Transparent pixels are laid over white, as an image viewer shows them.
 *
 * @throws SparsightError 'image.unsupported', 'image.unreadable', 'image.too-large'
 */
export async function decodePictureFile(
  file: Pick<ImageFile, 'bytes' | 'path'>,
  limits: DecodeLimits = defaultDecodeLimits,
): Promise<Picture> {
  const samples = await decodeSamples(file.bytes, file.path, limits);
  const { width, height, bitDepth, millimetresPerPixel } = samples;
  const { channels, read } = intensityRows(samples);
  const stride = width * channels;
  const data = new Float32Array(stride * height);
  for (let y = 0; y < height; y++) read(y, data.subarray(y * stride, (y + 1) * stride));
  return { width, height, channels, data, bitDepth, millimetresPerPixel };
}

/** A decoded luminance plane in [0, 1] and what the file states of its scale. */
export interface GreyPicture extends TintedPlane {
  readonly bitDepth: 8 | 16;
  readonly millimetresPerPixel?: number | undefined;
}

/**
 * The same bits as `toGrey(await decodePictureFile(file))`, without holding three colour planes in memory.
 *
 * @param tinted also the tints of a file in colour
 * @throws SparsightError 'image.unsupported', 'image.unreadable', 'image.too-large'
 */
export async function decodeGreyFile(
  file: Pick<ImageFile, 'bytes' | 'path'>,
  { tinted = false, ...limits }: Partial<DecodeLimits> & { readonly tinted?: boolean } = {},
): Promise<GreyPicture> {
  const samples = await decodeSamples(file.bytes, file.path, { ...defaultDecodeLimits, ...limits });
  const { bitDepth, millimetresPerPixel } = samples;
  return { ...greyPlane(samples, tinted), bitDepth, millimetresPerPixel };
}

function greyPlane(samples: Samples, tinted: boolean): TintedPlane {
  const { width, height } = samples;
  const { channels, read } = intensityRows(samples);
  const tints = tinted && channels === 3 ? new OpponentTints(samples) : undefined;
  const data = new Float32Array(width * height);
  const row = new Float32Array(width * channels);
  for (let y = 0; y < height; y++) {
    read(y, row);
    const line = data.subarray(y * width, (y + 1) * width);
    if (channels === 1) line.set(row);
    else luminances(row, line);
    tints?.add(y, row);
  }
  return { width, height, data, tints: tints?.planes };
}

import type { Picture } from '../../../src-shared/domain/image.ts';
import { defaultDecodeLimits, type DecodeLimits } from './decode-limits.ts';
import { decodeSamples } from './decode-samples.ts';
import { type ImageFile, readImageFile } from './read-image-file.ts';
import type { Samples } from './samples.ts';
import { measureOpponentTints } from './tints.ts';
import type { TintedPlane } from './tints.ts';
import { luminance } from './to-grey.ts';

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
  const channels = samples.channels <= 2 ? 1 : 3;
  const pixels = samples.width * samples.height;
  const data = new Float32Array(pixels * channels);
  const intensity = intensities(samples);
  for (let p = 0, out = 0; p < pixels; p++) {
    for (let c = 0; c < channels; c++) data[out++] = intensity(p, c);
  }
  return {
    width: samples.width,
    height: samples.height,
    channels,
    data,
    bitDepth: samples.bitDepth,
    millimetresPerPixel: samples.millimetresPerPixel,
  };
}

type Intensity = (pixel: number, channel: number) => number;

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
  const pixels = samples.width * samples.height;
  const intensity = intensities(samples);
  const isGrey = samples.channels <= 2;
  return {
    width: samples.width,
    height: samples.height,
    data: isGrey ? greyValues(intensity, pixels) : luminances(intensity, pixels),
    tints: tinted && !isGrey ? measureOpponentTints(samples, intensity) : undefined,
    bitDepth: samples.bitDepth,
    millimetresPerPixel: samples.millimetresPerPixel,
  };
}

function greyValues(intensity: Intensity, pixels: number): Float32Array {
  const out = new Float32Array(pixels);
  for (let p = 0; p < pixels; p++) out[p] = intensity(p, 0);
  return out;
}

function luminances(intensity: Intensity, pixels: number): Float32Array {
  const out = new Float32Array(pixels);
  for (let p = 0; p < pixels; p++) out[p] = luminance(intensity(p, 0), intensity(p, 1), intensity(p, 2));
  return out;
}

/** Single-precision intensity of a pixel's colour channel, over white where it is transparent. */
function intensities(samples: Samples): Intensity {
  const { values, channels } = samples;
  const largest = 2 ** samples.bitDepth - 1;
  const hasAlpha = channels === 2 || channels === 4;
  if (!hasAlpha) return (pixel, channel) => Math.fround(values[pixel * channels + channel]! / largest);
  return (pixel, channel) => {
    const first = pixel * channels;
    const alpha = values[first + channels - 1]! / largest;
    return Math.fround((values[first + channel]! / largest) * alpha + (1 - alpha));
  };
}

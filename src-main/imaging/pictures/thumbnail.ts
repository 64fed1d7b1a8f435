import type { Sharp } from 'sharp';
import { decodeBmp } from '../decode/bmp.ts';
import { bytesOf, sharp } from '../../libvips/sharp.ts';
import { defaultDecodeLimits } from '../decode/decode-limits.ts';
import { decodeSamples } from '../decode/decode-samples.ts';
import { decodingError } from '../decode/image-errors.ts';
import { pipeline, readHeader } from '../decode/pipeline.ts';
import type { ImageFile } from '../decode/read-image-file.ts';
import type { Samples } from '../decode/samples.ts';
import { displayRange } from './display-range.ts';
import { displayed } from './displayed-image.ts';

/** A picture made small, and what is known of it once it has been decoded whole. */
export interface Thumbnail {
  /** A WebP file. */
  readonly webp: Uint8Array;
  /** Of the picture itself, upright. */
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 8 | 16;
}

const quality = 80;

/**
 * Reduces the picture of a file to fit a square, upright; never enlarges it. JPEG and WebP files are decoded at the
 * reduced size, which takes a fraction of the time and still finds files that are cut off.
 *
 * @throws SparsightError 'image.unsupported', 'image.unreadable', 'image.too-large'
 */
export async function makeThumbnail(
  { bytes, path }: Pick<ImageFile, 'bytes' | 'path'>,
  side: number,
  limits = defaultDecodeLimits,
): Promise<Thumbnail> {
  const header = await readHeader(bytes, path, limits);
  if (header !== 'bmp' && header.bitDepth === 8) {
    const { width, height, bitDepth } = header;
    try {
      const picture = pipeline(bytes, header, limits).flatten({ background: '#ffffff' });
      return { webp: await fitted(picture, side), width, height, bitDepth };
    } catch (error) {
      throw decodingError(path, error);
    }
  }
  const samples =
    header === 'bmp' ? decodeBmp(bytes, path, limits) : await decodeSamples(bytes, path, limits);
  const { width, height, bitDepth } = samples;
  return { webp: await fitted(asShown(samples), side), width, height, bitDepth };
}

function asShown(samples: Samples): Sharp {
  const whole = { x: 0, y: 0, width: samples.width, height: samples.height };
  const { data, width, height, channels } = displayed(samples, displayRange(samples), whole);
  return sharp(data, { raw: { width, height, channels } });
}

async function fitted(picture: Sharp, side: number): Promise<Uint8Array> {
  const small = picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  return (await bytesOf(small.webp({ quality, effort: 2 }))).data;
}

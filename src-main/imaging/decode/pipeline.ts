import type { Metadata, Sharp } from 'sharp';
import { sharp } from '../../libvips/sharp.ts';
import type { DecodeLimits } from './decode-limits.ts';
import {
  decodingError,
  tooManyPixels,
  unsupportedDepth,
  unsupportedFormat,
  unsupportedImage,
} from './image-errors.ts';
import { detectFormat } from './image-format.ts';

/** What a file states about its first picture. */
export interface ImageHeader {
  /** Of the upright picture. */
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 8 | 16;
  readonly isGrey: boolean;
  readonly isCmyk: boolean;
  /** Pixels per inch. */
  readonly density: number | undefined;
}

/**
 * Reads the header of an image file; bitmaps, which have a decoder of their own, are only recognised.
 *
 * @param path names the file in errors; it is not opened
 * @throws SparsightError 'image.unsupported', 'image.unreadable', 'image.too-large'
 */
export async function readHeader(
  bytes: Uint8Array,
  path: string,
  limits: DecodeLimits,
): Promise<ImageHeader | 'bmp'> {
  const detected = detectFormat(bytes);
  if (detected.kind === 'refused') {
    throw unsupportedFormat(path, detected.format);
  }
  if (detected.kind === 'unknown') {
    throw unsupportedImage(path, 'unknown-format');
  }
  if (detected.format === 'bmp') return 'bmp';
  const header = await readMetadata(bytes, path);
  const { width, height } = header.autoOrient;
  if (width * height > limits.maxPixels) throw tooManyPixels(path, width * height, limits);
  return {
    width,
    height,
    bitDepth: storedBitDepth(header, path),
    isGrey: header.space === 'b-w' || header.space === 'grey16',
    isCmyk: header.space === 'cmyk',
    density: header.density,
  };
}

/**
 * The first picture of a file, upright, in grey or in red, green and blue. Embedded colour profiles are not applied,
 * except for CMYK, which means nothing without one.
 */
export function pipeline(bytes: Uint8Array, header: ImageHeader, limits: DecodeLimits): Sharp {
  const sixteen = header.bitDepth === 16;
  const greySpace = sixteen ? 'grey16' : 'b-w';
  const colourSpace = sixteen ? 'rgb16' : 'srgb';
  return sharp(bytes, {
    // Warnings are about metadata; cut-off or damaged pixels are errors.
    failOn: 'error',
    limitInputPixels: limits.maxPixels,
    ignoreIcc: !header.isCmyk,
  })
    .autoOrient()
    .toColourspace(header.isGrey ? greySpace : colourSpace);
}

async function readMetadata(bytes: Uint8Array, path: string): Promise<Metadata> {
  try {
    // The limit is applied to the header, with a message that names both sizes.
    return await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
  } catch (error) {
    throw decodingError(path, error);
  }
}

function storedBitDepth(header: Metadata, path: string): 8 | 16 {
  if (header.depth === 'uchar') return 8;
  if (header.depth === 'ushort') return 16;
  throw unsupportedDepth(path, header.depth);
}

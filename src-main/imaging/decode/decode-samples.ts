import type { Metadata, Sharp } from 'sharp';
import { decodeBmp } from './bmp.ts';
import { sharp } from './configured-sharp.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { tooManyPixels, unreadableImage, unsupportedImage } from './image-errors.ts';
import { detectFormat } from './image-format.ts';
import { millimetresPerPixel } from './physical-size.ts';
import type { Samples } from './samples.ts';

/**
 * Decodes the first picture of an image file, upright (EXIF orientation applied), at the depth it is stored in.
 * Stored values are kept: embedded colour profiles are not applied, except for CMYK, which means nothing
 * without one.
 *
 * @param path names the file in errors; it is not opened
 * @throws SparsightError 'image.unsupported', 'image.unreadable' (damaged or cut off), 'image.too-large'
 */
export async function decodeSamples(bytes: Uint8Array, path: string, limits: DecodeLimits): Promise<Samples> {
  const detected = detectFormat(bytes);
  if (detected.kind === 'refused') {
    throw unsupportedImage(path, `is a ${detected.format} file, which is not supported`);
  }
  if (detected.kind === 'unknown') {
    throw unsupportedImage(path, 'is not an image file of a known kind, whatever its name says');
  }
  if (detected.format === 'bmp') return decodeBmp(bytes, path, limits);
  const header = await readHeader(bytes, path);
  const pixels = header.width * header.height;
  if (pixels > limits.maxPixels) throw tooManyPixels(path, pixels, limits);
  const bitDepth = storedBitDepth(header, path);
  try {
    const { data, info } = await rawPipeline(bytes, header, limits).toBuffer({ resolveWithObject: true });
    const channels: number = info.channels;
    if (!isChannelCount(channels)) {
      throw unsupportedImage(path, `has ${channels} channels, which is not supported`);
    }
    return {
      width: info.width,
      height: info.height,
      channels,
      bitDepth,
      values: bitDepth === 16 ? asUint16(data) : data,
      millimetresPerPixel: millimetresPerPixel(header.density),
    };
  } catch (error) {
    throw decodingError(path, error);
  }
}

async function readHeader(bytes: Uint8Array, path: string): Promise<Metadata> {
  try {
    // The limit is applied to the header below, with a message that names both sizes.
    return await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
  } catch (error) {
    throw decodingError(path, error);
  }
}

function storedBitDepth(header: Metadata, path: string): 8 | 16 {
  if (header.depth === 'uchar') return 8;
  if (header.depth === 'ushort') return 16;
  throw unsupportedImage(path, `stores ${header.depth} values, which is not supported`);
}

function rawPipeline(bytes: Uint8Array, header: Metadata, limits: DecodeLimits): Sharp {
  const sixteen = header.depth === 'ushort';
  const isGrey = header.space === 'b-w' || header.space === 'grey16';
  const greySpace = sixteen ? 'grey16' : 'b-w';
  const colourSpace = sixteen ? 'rgb16' : 'srgb';
  return sharp(bytes, {
    // Warnings are about metadata; cut-off or damaged pixels are errors.
    failOn: 'error',
    limitInputPixels: limits.maxPixels,
    ignoreIcc: header.space !== 'cmyk',
  })
    .autoOrient()
    .toColourspace(isGrey ? greySpace : colourSpace)
    .raw({ depth: sixteen ? 'ushort' : 'uchar' });
}

function isChannelCount(channels: number): channels is Samples['channels'] {
  return channels >= 1 && channels <= 4;
}

/** libvips writes the machine's byte order, and so do typed arrays; only the alignment may differ. */
function asUint16(data: Buffer): Uint16Array {
  if (data.byteOffset % 2 === 0) return new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  return new Uint16Array(Uint8Array.from(data).buffer);
}

function decodingError(path: string, error: unknown): unknown {
  if (error instanceof Error && error.name === 'SparsightError') return error;
  return unreadableImage(path, 'is damaged or cut off', error);
}

import { bytesOf } from '../../libvips/sharp.ts';
import { decodeBmp } from './bmp.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { decodingError, unsupportedChannels } from './image-errors.ts';
import { millimetresPerPixel } from './physical-size.ts';
import { pipeline, readHeader } from './pipeline.ts';
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
  const header = await readHeader(bytes, path, limits);
  if (header === 'bmp') return decodeBmp(bytes, path, limits);
  const { bitDepth } = header;
  try {
    const { data, info } = await bytesOf(
      pipeline(bytes, header, limits).raw({ depth: bitDepth === 16 ? 'ushort' : 'uchar' }),
    );
    const channels: number = info.channels;
    if (!isChannelCount(channels)) {
      throw unsupportedChannels(path, channels);
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

function isChannelCount(channels: number): channels is Samples['channels'] {
  return channels >= 1 && channels <= 4;
}

/** libvips writes the machine's byte order, and so do typed arrays; only the alignment may differ. */
function asUint16(data: Uint8Array): Uint16Array {
  if (data.byteOffset % 2 === 0) return new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  return new Uint16Array(Uint8Array.from(data).buffer);
}

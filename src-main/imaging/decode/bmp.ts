import type { DecodeLimits } from './decode-limits.ts';
import { oddDepth, tooManyPixels, unreadableImage, unsupportedImage } from './image-errors.ts';
import { millimetresPerPixel } from './physical-size.ts';
import type { Samples } from './samples.ts';

/**
 * Decodes a Windows bitmap: 1, 4 and 8 bits with a palette, 16, 24 and 32 bits with or without colour masks,
 * stored bottom-up or top-down. An alpha channel is ignored, since most writers leave it undefined.
 *
 * Written here because libvips reads no BMP and the packages that do get common camera files wrong: palettes
 * and top-down rows, or the rows of images whose width is odd.
 *
 * Source: Microsoft, BITMAPFILEHEADER and BITMAPINFOHEADER to BITMAPV5HEADER.
 *
 * @throws SparsightError 'image.unreadable' when damaged or cut off, 'image.unsupported' when run-length or
 *   otherwise compressed, 'image.too-large' beyond `limits.maxPixels`
 */
export function decodeBmp(bytes: Uint8Array, path: string, limits: DecodeLimits): Samples {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view, path);
  const pixels = header.width * header.height;
  if (pixels > limits.maxPixels) throw tooManyPixels(path, pixels, limits);
  const stride = Math.ceil((header.width * header.bitsPerPixel) / 32) * 4;
  if (header.pixelOffset + stride * header.height > bytes.length) {
    throw unreadableImage(path, 'cut-off');
  }
  const rowStart = (y: number) => header.pixelOffset + stride * (header.topDown ? y : header.height - 1 - y);
  const decoded =
    header.bitsPerPixel <= 8
      ? decodeIndexed(bytes, header, rowStart, readPalette(bytes, header, path))
      : { channels: 3 as const, values: decodeDirect(view, header, rowStart, path) };
  return {
    width: header.width,
    height: header.height,
    bitDepth: 8,
    millimetresPerPixel: millimetresPerPixel((header.pixelsPerMetre * 25.4) / 1000),
    ...decoded,
  };
}

interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly bitsPerPixel: number;
  readonly pixelOffset: number;
  readonly paletteOffset: number;
  readonly paletteLength: number;
  readonly pixelsPerMetre: number;
  readonly masks: readonly [red: number, green: number, blue: number];
}

const uncompressed = 0;
const bitFields = [3, 6];

function readHeader(view: DataView, path: string): BmpHeader {
  if (view.byteLength < 54) throw unreadableImage(path, 'cut-off-header');
  const headerSize = view.getUint32(14, true);
  if (headerSize < 40) throw unsupportedImage(path, 'os2-bitmap');
  const bitsPerPixel = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  const hasMasks = bitFields.includes(compression);
  if (compression !== uncompressed && !hasMasks) {
    throw unsupportedImage(path, 'compressed-bitmap');
  }
  if (![1, 4, 8, 16, 24, 32].includes(bitsPerPixel)) {
    throw oddDepth(path, bitsPerPixel);
  }
  const width = view.getInt32(18, true);
  const height = view.getInt32(22, true);
  if (width <= 0 || height === 0) throw unreadableImage(path, 'no-size');
  const masksOffset = 54;
  if (hasMasks && view.byteLength < masksOffset + 12) throw unreadableImage(path, 'cut-off-header');
  const mask = (i: number) => view.getUint32(masksOffset + 4 * i, true);
  const standard =
    bitsPerPixel === 16 ? ([0x7c00, 0x3e0, 0x1f] as const) : ([0xff0000, 0xff00, 0xff] as const);
  return {
    width,
    height: Math.abs(height),
    topDown: height < 0,
    bitsPerPixel,
    pixelOffset: view.getUint32(10, true),
    paletteOffset: 14 + headerSize,
    paletteLength: view.getUint32(46, true) || 2 ** Math.min(bitsPerPixel, 8),
    pixelsPerMetre: view.getInt32(38, true),
    masks: hasMasks ? [mask(0), mask(1), mask(2)] : standard,
  };
}

/** Red, green, blue of 256 entries; indices beyond the stated palette are black. */
function readPalette(bytes: Uint8Array, header: BmpHeader, path: string): Uint8Array {
  const length = Math.min(header.paletteLength, 256);
  if (header.paletteOffset + 4 * length > bytes.length) throw unreadableImage(path, 'cut-off-header');
  const palette = new Uint8Array(3 * 256);
  for (let i = 0; i < length; i++) {
    const at = header.paletteOffset + 4 * i;
    palette[3 * i] = bytes[at + 2]!;
    palette[3 * i + 1] = bytes[at + 1]!;
    palette[3 * i + 2] = bytes[at]!;
  }
  return palette;
}

function decodeIndexed(
  bytes: Uint8Array,
  header: BmpHeader,
  rowStart: (y: number) => number,
  palette: Uint8Array,
): { channels: 1 | 3; values: Uint8Array } {
  const channels = isGrey(palette) ? 1 : 3;
  const { width, height, bitsPerPixel } = header;
  const values = new Uint8Array(width * height * channels);
  const mask = 2 ** bitsPerPixel - 1;
  let out = 0;
  for (let y = 0; y < height; y++) {
    const start = rowStart(y);
    for (let x = 0; x < width; x++) {
      const bit = x * bitsPerPixel;
      const index = (bytes[start + (bit >> 3)]! >> (8 - bitsPerPixel - (bit & 7))) & mask;
      for (let c = 0; c < channels; c++) values[out++] = palette[3 * index + c]!;
    }
  }
  return { channels, values };
}

function isGrey(palette: Uint8Array): boolean {
  for (let i = 0; i < palette.length; i += 3) {
    if (palette[i] !== palette[i + 1] || palette[i] !== palette[i + 2]) return false;
  }
  return true;
}

function decodeDirect(
  view: DataView,
  header: BmpHeader,
  rowStart: (y: number) => number,
  path: string,
): Uint8Array {
  const { width, height } = header;
  const step = header.bitsPerPixel / 8;
  const fields = header.masks.map((mask) => {
    if (mask === 0) throw unreadableImage(path, 'no-colour-bits');
    const lowest = mask & -mask;
    const shift = 31 - Math.clz32(lowest);
    return { mask, shift, scale: 255 / (mask >>> shift) };
  });
  const values = new Uint8Array(width * height * 3);
  let out = 0;
  for (let y = 0; y < height; y++) {
    const start = rowStart(y);
    for (let x = 0; x < width; x++) {
      const word = readPixel(view, start + x * step, step);
      for (const { mask, shift, scale } of fields) {
        values[out++] = Math.round(((word & mask) >>> shift) * scale);
      }
    }
  }
  return values;
}

function readPixel(view: DataView, at: number, size: number): number {
  if (size === 2) return view.getUint16(at, true);
  if (size === 4) return view.getUint32(at, true);
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

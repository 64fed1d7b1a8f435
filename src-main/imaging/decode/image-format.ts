/** Formats that Sparsight decodes, and formats that it knows and refuses. */
export type ImageFormat = 'jpeg' | 'png' | 'tiff' | 'bmp' | 'webp' | 'gif';
export type RefusedFormat = 'SVG' | 'PDF' | 'HEIF' | 'JPEG XL' | 'JPEG 2000' | 'Photoshop' | 'EXR';

export type DetectedFormat =
  | { readonly kind: 'image'; readonly format: ImageFormat }
  | { readonly kind: 'refused'; readonly format: RefusedFormat }
  | { readonly kind: 'unknown' };

/** Endings that image files of the supported formats carry, lower case, with the dot. */
export const imageExtensions: ReadonlySet<string> = new Set([
  '.jpg',
  '.jpeg',
  '.jpe',
  '.jfif',
  '.png',
  '.tif',
  '.tiff',
  '.bmp',
  '.dib',
  '.webp',
  '.gif',
]);

/**
 * The format of a file by what it contains: names lie, first bytes seldom do. A hostile file must not reach a
 * decoder by calling itself something else, so this decides alone.
 */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  const image = imageFormat(bytes);
  if (image !== undefined) return { kind: 'image', format: image };
  const refused = refusedFormat(bytes);
  if (refused !== undefined) return { kind: 'refused', format: refused };
  return { kind: 'unknown' };
}

function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  if (hasBytes(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (hasBytes(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (isTiff(bytes)) return 'tiff';
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return 'webp';
  if (hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a')) return 'gif';
  if (isBmp(bytes)) return 'bmp';
  return undefined;
}

function refusedFormat(bytes: Uint8Array): RefusedFormat | undefined {
  if (hasText(bytes, 0, '%PDF-')) return 'PDF';
  if (hasText(bytes, 4, 'ftyp')) return 'HEIF';
  if (hasText(bytes, 0, '8BPS')) return 'Photoshop';
  if (hasBytes(bytes, 0, [0x76, 0x2f, 0x31, 0x01])) return 'EXR';
  if (hasBytes(bytes, 0, [0xff, 0x0a]) || hasText(bytes, 4, 'JXL ')) return 'JPEG XL';
  if (hasBytes(bytes, 0, [0xff, 0x4f, 0xff, 0x51]) || hasText(bytes, 4, 'jP  ')) return 'JPEG 2000';
  if (/<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))) return 'SVG';
  return undefined;
}

/** Classic TIFF (version 42) and BigTIFF (version 43), in either byte order. */
function isTiff(bytes: Uint8Array): boolean {
  return [42, 43].some(
    (version) => hasBytes(bytes, 0, [0x49, 0x49, version, 0]) || hasBytes(bytes, 0, [0x4d, 0x4d, 0, version]),
  );
}

/** 'BM' alone begins many a text; the size of the header that follows tells a bitmap. */
function isBmp(bytes: Uint8Array): boolean {
  if (!hasText(bytes, 0, 'BM') || bytes.length < 18) return false;
  return [12, 16, 40, 52, 56, 64, 108, 124].some((size) => hasBytes(bytes, 14, [size, 0, 0, 0]));
}

function hasBytes(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((value, i) => bytes[at + i] === value);
}

function hasText(bytes: Uint8Array, at: number, expected: string): boolean {
  return hasBytes(bytes, at, [...Buffer.from(expected, 'latin1')]);
}

import { basename } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { DecodeLimits } from './decode-limits.ts';

type Damage =
  | 'empty'
  | 'no-file'
  | 'gone'
  | 'denied'
  | 'loop'
  | 'long-name'
  | 'damaged'
  | 'cut-off'
  | 'cut-off-header'
  | 'no-size'
  | 'no-colour-bits';

/** The file cannot be opened or what it contains is damaged. */
export function unreadableImage(path: string, damage: Damage, cause?: unknown): SparsightError {
  return reasonedError('image.unreadable', `image.${damage}`, { file: basename(path) }, { path, cause });
}

/** The system refuses the file for a reason that it has only a code for. */
export function refusedImage(path: string, code: string, cause: unknown): SparsightError {
  return reasonedError('image.unreadable', 'image.code', { file: basename(path), code }, { path, cause });
}

export function oddDepth(path: string, bits: number): SparsightError {
  return reasonedError('image.unreadable', 'image.odd-depth', { file: basename(path), bits }, { path });
}

/** The file is whole but of a kind that is not read. */
export function unsupportedImage(
  path: string,
  kind: 'os2-bitmap' | 'compressed-bitmap' | 'unknown-format',
): SparsightError {
  return reasonedError('image.unsupported', `image.${kind}`, { file: basename(path) }, { path });
}

export function unsupportedFormat(path: string, format: string): SparsightError {
  return reasonedError('image.unsupported', 'image.format', { file: basename(path), format }, { path });
}

export function unsupportedDepth(path: string, depth: string): SparsightError {
  return reasonedError('image.unsupported', 'image.depth', { file: basename(path), depth }, { path });
}

export function unsupportedChannels(path: string, channels: number): SparsightError {
  return reasonedError('image.unsupported', 'image.channels', { file: basename(path), channels }, { path });
}

/** What a decoder threw, for a person. */
export function decodingError(path: string, error: unknown): unknown {
  if (error instanceof SparsightError) return error;
  return unreadableImage(path, 'damaged', error);
}

export function tooManyBytes(path: string, sizeBytes: number, limits: DecodeLimits): SparsightError {
  const told = { file: basename(path), megabytes: megas(sizeBytes), most: megas(limits.maxBytes) };
  return reasonedError('image.too-large', 'image.many-bytes', told, { path });
}

export function tooManyPixels(path: string, pixels: number, limits: DecodeLimits): SparsightError {
  const told = { file: basename(path), megapixels: megas(pixels), most: megas(limits.maxPixels) };
  return reasonedError('image.too-large', 'image.many-pixels', told, { path });
}

function megas(count: number): string {
  return (count / 1e6).toLocaleString('en', { maximumFractionDigits: 1 });
}

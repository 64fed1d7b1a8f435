import { basename } from 'node:path';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { DecodeLimits } from './decode-limits.ts';

/** The file cannot be opened or what it contains is damaged. `what` completes "The image NAME ...". */
export function unreadableImage(path: string, what: string, cause?: unknown): SparsightError {
  return new SparsightError(
    {
      code: 'image.unreadable',
      message: `The image ${basename(path)} ${what}.`,
      next: 'Open the file in an image viewer; if it looks damaged there too, copy or take it again.',
      path,
    },
    { cause },
  );
}

/** The file is whole but of a kind that is not read. `what` completes "NAME ...". */
export function unsupportedImage(path: string, what: string): SparsightError {
  return new SparsightError({
    code: 'image.unsupported',
    message: `${basename(path)} ${what}.`,
    next: 'Save it as PNG, TIFF, JPEG, BMP, WebP or GIF with 8 or 16 bits per channel.',
    path,
  });
}

/** What a decoder threw, for a person. */
export function decodingError(path: string, error: unknown): unknown {
  if (error instanceof SparsightError) return error;
  return unreadableImage(path, 'is damaged or cut off', error);
}

export function tooManyBytes(path: string, sizeBytes: number, limits: DecodeLimits): SparsightError {
  return new SparsightError({
    code: 'image.too-large',
    message: `The file ${basename(path)} has ${megas(sizeBytes)} MB; the limit is ${megas(limits.maxBytes)} MB.`,
    next: 'Save it compressed or at a lower resolution.',
    path,
  });
}

export function tooManyPixels(path: string, pixels: number, limits: DecodeLimits): SparsightError {
  return new SparsightError({
    code: 'image.too-large',
    message: `The image ${basename(path)} has ${megas(pixels)} megapixels; the limit is ${megas(limits.maxPixels)} megapixels.`,
    next: 'Save it at a lower resolution, or cut out the part to inspect.',
    path,
  });
}

function megas(count: number): string {
  return (count / 1e6).toLocaleString('en', { maximumFractionDigits: 1 });
}

import type { Size } from '../../../src-shared/domain/image.ts';

/** Beyond this, more pixels cost time without showing more of a part. */
const workingPixels = 2_000_000;

/** The linear factor, at most 1, that brings an image to about two megapixels. */
export function autoWorkingScale(size: Size): number {
  return Math.min(1, Math.sqrt(workingPixels / (size.width * size.height)));
}

import type { Size } from '../../../src-shared/domain/image.ts';

interface Sized {
  readonly length: number;
}

/** Throws RangeError when the region is too short for count rows. */
export function checkRows(region: Sized, count: number, rowLength: number, what: string): void {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`There are no ${count} rows of ${what}.`);
  if (region.length < count * rowLength)
    throw new RangeError(
      `The ${what} hold ${region.length} values, too few for ${count} rows of ${rowLength}.`,
    );
}

/** Throws RangeError when the size is not a positive whole number of pixels or the region is too short for it. */
export function checkPlane(region: Sized, { width, height }: Size, what: string): void {
  if (!(Number.isInteger(width) && width > 0 && Number.isInteger(height) && height > 0))
    throw new RangeError(`A plane cannot be ${width} x ${height}.`);
  if (region.length < width * height)
    throw new RangeError(`The ${what} holds ${region.length} values, not ${width} x ${height}.`);
}

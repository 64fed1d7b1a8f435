import type { Size } from '../../../src-shared/domain/image.ts';

/** Small pictures that are shifted over an image: [count x size * size], row-major. */
export interface FilterBank {
  readonly count: number;
  /** Side of a filter in pixels. */
  readonly size: number;
  readonly values: Float64Array;
}

/** Size of a map of codes: one number for each place at which a filter lies wholly within the image. */
export function mapSize({ width, height }: Size, { size }: FilterBank): Size {
  const map = { width: width - size + 1, height: height - size + 1 };
  if (!(map.width > 0 && map.height > 0))
    throw new RangeError(`Filters of side ${size} do not fit into ${width} x ${height} pixels.`);
  return map;
}

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

/**
 * The image that codes stand for: the sum of all filters at all places, each times its code.
 *
 * @param maps [filters x map height x map width], see {@link mapSize}
 * @param out [height x width], overwritten
 */
export function synthesise(bank: FilterBank, maps: Float64Array, image: Size, out: Float64Array): void {
  const { width, height } = mapSize(image, bank);
  const { size, values } = bank;
  out.fill(0);
  for (let k = 0, at = 0; k < bank.count; k++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const code = maps[at]!;
        if (code === 0) continue;
        for (let j = 0, tap = k * size * size; j < size; j++)
          for (let i = 0; i < size; i++, tap++) out[(y + j) * image.width + x + i]! += code * values[tap]!;
      }
    }
  }
}

/**
 * The transpose of {@link synthesise}: the inner product of every filter with the image at every place.
 *
 * @param maps [filters x map height x map width], overwritten
 */
export function correlateWithFilters(
  bank: FilterBank,
  picture: Float64Array,
  image: Size,
  maps: Float64Array,
): void {
  const { width, height } = mapSize(image, bank);
  const { size, values } = bank;
  for (let k = 0, at = 0; k < bank.count; k++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        let sum = 0;
        for (let j = 0, tap = k * size * size; j < size; j++)
          for (let i = 0; i < size; i++, tap++) sum += values[tap]! * picture[(y + j) * image.width + x + i]!;
        maps[at] = sum;
      }
    }
  }
}

/**
 * Minus the gradient of |y - synthesise(codes)|^2 / 2 in the filters: for each tap the inner product of the map with the
 * residual shifted by it.
 *
 * @param residual [height x width]
 * @returns [filters x size * size]
 */
export function filterGradient(
  bank: FilterBank,
  maps: Float64Array,
  residual: Float64Array,
  image: Size,
): Float64Array {
  const { width, height } = mapSize(image, bank);
  const { size } = bank;
  const gradient = new Float64Array(bank.values.length);
  for (let k = 0, at = 0; k < bank.count; k++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const code = maps[at]!;
        if (code === 0) continue;
        for (let j = 0, tap = k * size * size; j < size; j++)
          for (let i = 0; i < size; i++, tap++)
            gradient[tap]! += code * residual[(y + j) * image.width + x + i]!;
      }
    }
  }
  return gradient;
}

import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';
import { kernelFilterGradient } from './kernel-filter-statistics.ts';

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
 * @param kernels with them in WebAssembly, in single precision
 * @returns [filters x size * size]
 */
export function filterGradient(
  bank: FilterBank,
  maps: Float64Array,
  residual: Float64Array,
  image: Size,
  kernels?: Kernels,
): Float64Array {
  if (kernels) return kernelFilterGradient(kernels, bank, maps, residual, image);
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

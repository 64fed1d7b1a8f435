import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { mapSize, type FilterBank } from './filter-bank.ts';
import { kernelMapCorrelations } from './kernel-filter-statistics.ts';

/**
 * Correlations of all pairs of maps with each other, for shifts within a filter's reach: entry (k, l, j, i) is the sum over
 * places of x_k times x_l that lies j - (size - 1) rows below and i - (size - 1) columns to the right. They are the inner
 * products of everything that the taps of two filters can say, so that the misfit as a function of filters needs no more.
 */
export interface MapCorrelations {
  readonly count: number;
  /** 2 size - 1: shifts in each direction. */
  readonly reach: number;
  /** [count x count x reach x reach] */
  readonly values: Float64Array;
}

/** Correlations of no maps, for {@link addMapCorrelations}. */
export function noMapCorrelations({ count, size }: FilterBank): MapCorrelations {
  const reach = 2 * size - 1;
  return { count, reach, values: new Float64Array(count * count * reach * reach) };
}

/**
 * Adds the correlations of a picture's maps; places without a code cost nothing.
 *
 * @param maps [filters x map height x map width]
 * @param kernels with them in WebAssembly, in single precision
 */
export function addMapCorrelations(
  sums: MapCorrelations,
  bank: FilterBank,
  maps: Float64Array,
  image: Size,
  kernels?: Kernels,
): void {
  if (kernels) {
    kernelMapCorrelations(kernels, sums, bank, maps, image);
    return;
  }
  const { width, height } = mapSize(image, bank);
  const { count, reach, values } = sums;
  const far = bank.size - 1;
  const places = width * height;
  for (let k = 0, at = 0; k < count; k++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const code = maps[at]!;
        if (code === 0) continue;
        const [top, bottom] = [Math.max(y - far, 0), Math.min(y + far, height - 1)];
        const [left, right] = [Math.max(x - far, 0), Math.min(x + far, width - 1)];
        for (let l = 0; l < count; l++) {
          const pair = (k * count + l) * reach * reach;
          for (let v = top; v <= bottom; v++) {
            const row = l * places + v * width;
            const target = pair + (v - y + far) * reach - x + far;
            for (let u = left; u <= right; u++) values[target + u]! += code * maps[row + u]!;
          }
        }
      }
    }
  }
}

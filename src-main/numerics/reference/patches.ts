import type { Size } from '../../../src-shared/domain/image.ts';
import type { PatchGrid } from '../patches/patch-grid.ts';

export interface ReferencePatch {
  /** [size * size], row by row, without its mean. */
  readonly values: Float64Array;
  readonly mean: number;
  readonly energy: number;
}

/** Every patch of the grid without its mean, in double precision. */
export function referencePatches(
  image: ArrayLike<number>,
  imageSize: Size,
  grid: PatchGrid,
): ReferencePatch[] {
  const patches: ReferencePatch[] = [];
  for (const y of grid.ys) {
    for (const x of grid.xs) {
      const raw = Float64Array.from(
        { length: grid.size ** 2 },
        (_, i) => image[(y + Math.floor(i / grid.size)) * imageSize.width + x + (i % grid.size)]!,
      );
      const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
      const values = raw.map((value) => value - mean);
      patches.push({ values, mean, energy: values.reduce((sum, value) => sum + value * value, 0) });
    }
  }
  return patches;
}

/** The average at each pixel of all patches, their means added back, that cover it; 0 where none does. */
export function referenceOverlapAverage(
  patches: readonly ReferencePatch[],
  imageSize: Size,
  grid: PatchGrid,
): Float64Array {
  const sums = new Float64Array(imageSize.width * imageSize.height);
  const weights = new Float64Array(sums.length);
  patches.forEach(({ values, mean }, index) => {
    const left = grid.xs[index % grid.columns]!;
    const top = grid.ys[Math.floor(index / grid.columns)]!;
    values.forEach((value, i) => {
      const pixel = (top + Math.floor(i / grid.size)) * imageSize.width + left + (i % grid.size);
      sums[pixel]! += value + mean;
      weights[pixel]! += 1;
    });
  });
  return sums.map((sum, pixel) => sum / Math.max(weights[pixel]!, 1));
}

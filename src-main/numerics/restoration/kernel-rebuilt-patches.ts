import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { extractPatches } from '../patches/extract-patches.ts';
import { overlapAdd } from '../patches/overlap-add.ts';
import { patchCount } from '../patches/patch-grid.ts';
import { batchOmp, createCodes, prepareDictionary, reconstruct } from '../sparse/batch-omp.ts';
import type { PatchRebuilding, RebuiltPatches } from './dictionary-denoising.ts';

/** Patches coded at once. */
const batch = 4096;

/** Every patch of a plane without its mean rebuilt by Batch-OMP, and put together with it, in single precision. */
export function kernelRebuiltPatches(
  kernels: Kernels,
  { rows: atomCount, columns: dimension, values }: DenseMatrix,
  image: Float64Array,
  size: Size,
  { grid, nonzeros, errorTarget }: PatchRebuilding,
): RebuiltPatches {
  const total = patchCount(grid);
  return kernels.scoped(() => {
    const dictionary = prepareDictionary(kernels, Float32Array.from(values), { atomCount, dimension });
    const plane = kernels.copyF32(image);
    const sums = { accumulator: kernels.f32(image.length), weights: kernels.f32(image.length) };
    const rows = Math.min(batch, total);
    const patches = {
      out: kernels.f32(rows * dimension),
      means: kernels.f32(rows),
      energies: kernels.f32(rows),
    };
    const codes = createCodes(kernels, rows, nonzeros);
    for (let firstIndex = 0; firstIndex < total; firstIndex += rows) {
      const count = Math.min(rows, total - firstIndex);
      const range = { grid, firstIndex, count };
      extractPatches(kernels, plane, size, range, { removeMean: true }, patches);
      batchOmp(kernels, dictionary, patches.out, count, { nonzeros, errorTarget }, codes);
      reconstruct(kernels, dictionary, codes, count, patches.out);
      overlapAdd(kernels, patches.out, patches.means, size, range, sums);
    }
    const weights = sums.weights.view.slice();
    const means = sums.accumulator.view.map((sum, i) => (weights[i]! > 0 ? sum / weights[i]! : 0));
    return { means, weights };
  });
}

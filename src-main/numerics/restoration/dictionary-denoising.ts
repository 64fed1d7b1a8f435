import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { extractPatches } from '../patches/extract-patches.ts';
import { overlapAdd } from '../patches/overlap-add.ts';
import { patchCount, patchGrid } from '../patches/patch-grid.ts';
import { batchOmp, createCodes, prepareDictionary, reconstruct } from '../sparse/batch-omp.ts';

export interface DictionaryDenoisingOptions {
  /** Side of a patch in pixels; atoms have its square of values. */
  readonly patchSize: number;
  /** Standard deviation of the noise, in the unit of the image, positive. */
  readonly sigma: number;
  /** Distance of neighbouring patches in pixels. @default 1 */
  readonly stride?: number;
  /** Most atoms of a code. @default half the values of a patch */
  readonly nonzeros?: number;
}

/** C of the paper: a patch's residual may be this much above that of noise alone. */
const gain = 1.15;
/** lambda of the paper, times sigma, for intensities in [0, 1]: how much the noisy image itself counts. */
const ownWeight = 30 / 255;
/** Patches coded at once. */
const batch = 4096;

/**
 * Denoising by sparse codes over a dictionary (Elad & Aharon, IEEE TIP 15(12), 2006): every patch is rebuilt from as few
 * atoms as leave no more than noise, and the overlapping patches are averaged with the noisy image. In single precision.
 *
 * @param atoms [atomCount x patchSize^2], unit norm, without constant part
 * @param image [height x width], intensities in [0, 1]
 * @param out [height x width], overwritten; may be the image itself
 * @throws RangeError when shapes do not fit or sigma is not positive
 */
export function denoiseByDictionary(
  kernels: Kernels,
  atoms: Float32Array,
  image: Float32Array,
  size: Size,
  options: DictionaryDenoisingOptions,
  out: Float32Array,
): void {
  const { patchSize, sigma, stride = 1 } = options;
  if (!(sigma > 0)) throw new RangeError(`The noise cannot have a deviation of ${sigma}.`);
  const dimension = patchSize * patchSize;
  const nonzeros = options.nonzeros ?? Math.max(1, dimension >> 1);
  const errorTarget = dimension * (gain * sigma) ** 2;
  const grid = patchGrid(size, { size: patchSize, stride });
  const total = patchCount(grid);
  kernels.scoped(() => {
    const dictionary = prepareDictionary(kernels, atoms, { atomCount: atoms.length / dimension, dimension });
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
    const own = ownWeight / sigma;
    const { view: sum } = sums.accumulator;
    const { view: weight } = sums.weights;
    for (let i = 0; i < out.length; i++) out[i] = (sum[i]! + own * image[i]!) / (weight[i]! + own);
  });
}

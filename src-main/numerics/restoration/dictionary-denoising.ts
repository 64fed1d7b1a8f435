import type { Size } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { patchGrid, type PatchGrid } from '../patches/patch-grid.ts';
import { orthogonalMatchingPursuit } from '../sparse/orthogonal-matching-pursuit.ts';
import { averagePatches, gridPatches } from './image-patches.ts';
import { kernelRebuiltPatches } from './kernel-rebuilt-patches.ts';

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

/** How each patch is rebuilt. */
export interface PatchRebuilding {
  readonly grid: PatchGrid;
  readonly nonzeros: number;
  /** Squared norm of a residual at which a code is good enough. */
  readonly errorTarget: number;
}

/** A plane put together from patches. */
export interface RebuiltPatches {
  /** [height x width] the mean of the patches that lie over each pixel; 0 where none does. */
  readonly means: ArrayLike<number>;
  /** [height x width] how many patches do. */
  readonly weights: ArrayLike<number>;
}

/** C of the paper: a patch's residual may be this much above that of noise alone. */
const gain = 1.15;
/** lambda of the paper, times sigma, for intensities in [0, 1]: how much the noisy image itself counts. */
const ownWeight = 30 / 255;

/**
 * Denoising by sparse codes over a dictionary (Elad & Aharon, IEEE TIP 15(12), 2006): every patch is rebuilt from as few
 * atoms as leave no more than noise, and the overlapping patches are averaged with the noisy image.
 *
 * @param atoms [atomCount x patchSize^2], unit norm, without constant part
 * @param image [height x width], intensities in [0, 1]
 * @param out [height x width], overwritten; may be the image itself
 * @param kernels with them in WebAssembly, in single precision
 * @throws RangeError when shapes do not fit or sigma is not positive
 */
export function denoiseByDictionary(
  atoms: DenseMatrix,
  image: Float64Array,
  size: Size,
  { patchSize, sigma, stride = 1, nonzeros }: DictionaryDenoisingOptions,
  out: Float64Array,
  kernels?: Kernels,
): void {
  if (!(sigma > 0)) throw new RangeError(`The noise cannot have a deviation of ${sigma}.`);
  const dimension = patchSize * patchSize;
  checkVector(atoms.values, atoms.rows * dimension, 'atoms');
  checkVector(image, size.width * size.height, 'image');
  checkVector(out, image.length, 'denoised image');
  const rebuilding = {
    grid: patchGrid(size, { size: patchSize, stride }),
    nonzeros: nonzeros ?? Math.max(1, dimension >> 1),
    errorTarget: dimension * (gain * sigma) ** 2,
  };
  const { means, weights } = kernels
    ? kernelRebuiltPatches(kernels, atoms, image, size, rebuilding)
    : rebuiltPatches(atoms, image, size, rebuilding);
  const own = ownWeight / sigma;
  for (let i = 0; i < out.length; i++)
    out[i] = (weights[i]! * means[i]! + own * image[i]!) / (weights[i]! + own);
}

function rebuiltPatches(
  atoms: DenseMatrix,
  image: Float64Array,
  size: Size,
  { grid, nonzeros, errorTarget }: PatchRebuilding,
): RebuiltPatches {
  const patches = gridPatches(image, size, grid);
  const code = new Float64Array(atoms.rows);
  for (let p = 0; p < patches.rows; p++) {
    const patch = rowOf(patches, p);
    const mean = patch.reduce((sum, value) => sum + value, 0) / patch.length;
    for (let i = 0; i < patch.length; i++) patch[i]! -= mean;
    orthogonalMatchingPursuit(atoms, patch, { nonzeros, errorTarget }, code);
    transposeTimesVector(atoms, code, patch);
    for (let i = 0; i < patch.length; i++) patch[i]! += mean;
  }
  const means = new Float64Array(image.length);
  return { means, weights: averagePatches(patches, size, grid, means) };
}

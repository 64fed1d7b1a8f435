import type { Size } from '../../../src-shared/domain/image.ts';
import { learnMaskedKsvd } from '../dictionary/masked-ksvd.ts';
import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { patchGrid, type PatchGrid } from '../patches/patch-grid.ts';
import { maskedCodes } from '../sparse/masked-codes.ts';
import { averagePatches, gridPatches } from './image-patches.ts';

export interface MaskedImage {
  /** [height x width]; where the mask is 0 any finite number */
  readonly image: Float64Array;
  /** [height x width]; 0 where a pixel is missing */
  readonly mask: Uint8Array;
  readonly size: Size;
}

export interface InpaintingOptions extends KernelOptions {
  /** Side of a patch in pixels; atoms have its square of values. */
  readonly patchSize: number;
  /** Distance of neighbouring patches in pixels. @default 1 */
  readonly stride?: number;
  /** Most atoms of a code. */
  readonly nonzeros: number;
  /** Squared error per observed pixel at which a code is good enough. @default 1e-6 */
  readonly errorTarget?: number;
}

/**
 * Paints missing pixels in: every patch is coded from its observed pixels, the whole atoms say what is missing, and the
 * overlapping patches are averaged (Elad, Starck, Querre & Donoho 2005; Mairal, Elad & Sapiro 2008). Observed pixels stay.
 *
 * @param atoms [atomCount x patchSize^2], unit norm, with a constant one: the mean of the observed pixels is taken off,
 *   and that of the patch differs from it
 * @param out [height x width], overwritten; may be the image itself
 * @param kernels with them patches are coded in WebAssembly
 * @throws RangeError when shapes do not fit
 */
export function inpaintByDictionary(
  atoms: DenseMatrix,
  masked: MaskedImage,
  options: InpaintingOptions,
  out: Float64Array,
  kernels?: Kernels,
): void {
  const { nonzeros, errorTarget = 1e-6, precision = 'double' } = options;
  const patches = observedPatches(masked, options);
  const { signals, mask } = patches;
  const perBlock = Math.min(patchesPerBlock, signals.rows);
  const codes = new Float64Array(perBlock * atoms.rows);
  for (let first = 0; first < signals.rows; first += perBlock) {
    const block = rowsOf(signals, first, Math.min(perBlock, signals.rows - first));
    const blockMask = mask.subarray(first * signals.columns, first * signals.columns + block.values.length);
    const blockCodes = rowsOf({ ...block, columns: atoms.rows, values: codes }, 0, block.rows);
    maskedCodes(atoms, block, blockMask, { nonzeros, errorTarget, precision }, blockCodes, kernels);
    for (let p = 0; p < block.rows; p++) transposeTimesVector(atoms, rowOf(blockCodes, p), rowOf(block, p));
  }
  putTogether(masked, patches, signals, out);
}

/** Patches that are coded at a time: codes take up as many numbers for each as there are atoms. */
const patchesPerBlock = 1024;

/** So many rows from one on, sharing the matrix's memory. */
function rowsOf({ columns, values }: DenseMatrix, first: number, rows: number): DenseMatrix {
  return { rows, columns, values: values.subarray(first * columns, (first + rows) * columns) };
}

/** Patches without their means put together where pixels are missing. */
function putTogether(
  { image, mask, size }: MaskedImage,
  { grid, means }: ObservedPatches,
  patches: DenseMatrix,
  out: Float64Array,
): void {
  const { rows, columns, values } = patches;
  for (let p = 0; p < rows; p++)
    for (let i = p * columns; i < (p + 1) * columns; i++) values[i]! += means[p]!;
  const painted = new Float64Array(image.length);
  averagePatches(patches, size, grid, painted);
  for (let i = 0; i < painted.length; i++) out[i] = mask[i] === 0 ? painted[i]! : image[i]!;
}

/** Weight of a painted pixel in learning, where an observed one has 1. */
const paintedWeight = 0.3;

/**
 * Teaches a dictionary to the image that is to be painted in, by K-SVD with missing values (see {@link learnMaskedKsvd}):
 * patches are coded from their observed pixels alone, and atoms learnt from those and, with less weight, from the missing
 * ones as painted so far. Where most pixels are missing, what overlapping patches agree on is worth more than what the code
 * of a single one says.
 *
 * @param atoms [atomCount x patchSize^2], unit norm: where to start, overwritten but for the first, which is constant
 * @param kernels with them K-SVD counts in WebAssembly
 */
export function learnFromMasked(
  atoms: DenseMatrix,
  masked: MaskedImage,
  options: InpaintingOptions & { readonly iterations: number },
  kernels?: Kernels,
): void {
  const { nonzeros, errorTarget = 1e-6, iterations, precision = 'double' } = options;
  const patches = observedPatches(masked, options);
  const { signals, mask, means, grid } = patches;
  const painted = new Float64Array(masked.image.length);
  const rebuilt = { ...signals, values: new Float64Array(signals.values.length) };
  const fill = (present: DenseMatrix, codes: DenseMatrix) => {
    for (let p = 0; p < signals.rows; p++) transposeTimesVector(present, rowOf(codes, p), rowOf(rebuilt, p));
    putTogether(masked, patches, rebuilt, painted);
    const { values } = gridPatches(painted, masked.size, grid);
    for (let p = 0, i = 0; p < signals.rows; p++)
      for (const end = i + signals.columns; i < end; i++)
        if (mask[i] === 0) signals.values[i] = values[i]! - means[p]!;
  };
  const guess = { weight: paintedWeight, fill };
  const learning = { nonzeros, errorTarget, iterations, fixedAtoms: 1, guess, precision };
  learnMaskedKsvd(signals, mask, atoms, learning, kernels);
}

interface ObservedPatches {
  readonly grid: PatchGrid;
  /** [patches x size^2], without the mean of what is observed of each. */
  readonly signals: DenseMatrix;
  /** [patches x size^2] */
  readonly mask: Uint8Array;
  /** [patches] */
  readonly means: Float64Array;
}

function observedPatches(
  { image, mask, size }: MaskedImage,
  { patchSize, stride = 1 }: InpaintingOptions,
): ObservedPatches {
  checkVector(image, size.width * size.height, 'image');
  checkVector(mask, image.length, 'mask');
  const grid = patchGrid(size, { size: patchSize, stride });
  const signals = gridPatches(image, size, grid);
  const patchMask = Uint8Array.from(gridPatches(mask, size, grid).values);
  const means = new Float64Array(signals.rows);
  for (let p = 0; p < signals.rows; p++) {
    let sum = 0;
    let count = 0;
    for (let i = p * signals.columns; i < (p + 1) * signals.columns; i++) {
      if (patchMask[i] === 0) continue;
      sum += signals.values[i]!;
      count++;
    }
    means[p] = count > 0 ? sum / count : 0;
    for (let i = p * signals.columns; i < (p + 1) * signals.columns; i++) signals.values[i]! -= means[p]!;
  }
  return { grid, signals, mask: patchMask, means };
}

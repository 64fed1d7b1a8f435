import type { Size } from '../../../src-shared/domain/image.ts';
import { learnMaskedKsvd } from '../dictionary/masked-ksvd.ts';
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

export interface InpaintingOptions {
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
 * @throws RangeError when shapes do not fit
 */
export function inpaintByDictionary(
  atoms: DenseMatrix,
  masked: MaskedImage,
  options: InpaintingOptions,
  out: Float64Array,
): void {
  const { nonzeros, errorTarget = 1e-6 } = options;
  const patches = observedPatches(masked, options);
  const { signals, mask, means } = patches;
  const codes = { rows: 1, columns: atoms.rows, values: new Float64Array(atoms.rows) };
  for (let p = 0; p < signals.rows; p++) {
    const patch = rowOf(signals, p);
    const one = { rows: 1, columns: patch.length, values: patch };
    const own = mask.subarray(p * patch.length, (p + 1) * patch.length);
    maskedCodes(atoms, one, own, { nonzeros, errorTarget }, codes);
    transposeTimesVector(atoms, codes.values, patch);
    for (let a = 0; a < patch.length; a++) patch[a]! += means[p]!;
  }
  const { image, mask: isThere, size } = masked;
  const painted = new Float64Array(image.length);
  averagePatches(signals, size, patches.grid, painted);
  for (let i = 0; i < painted.length; i++) out[i] = isThere[i] === 0 ? painted[i]! : image[i]!;
}

/**
 * Teaches a dictionary to the image that is to be painted in, from its observed pixels alone, by K-SVD with missing
 * values (see {@link learnMaskedKsvd}).
 *
 * @param atoms [atomCount x patchSize^2], unit norm: where to start, overwritten but for the first, which is constant
 */
export function learnFromMasked(
  atoms: DenseMatrix,
  masked: MaskedImage,
  options: InpaintingOptions & { readonly iterations: number },
): void {
  const { nonzeros, errorTarget = 1e-6, iterations } = options;
  const { signals, mask } = observedPatches(masked, options);
  learnMaskedKsvd(signals, mask, atoms, { nonzeros, errorTarget, iterations, fixedAtoms: 1 });
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

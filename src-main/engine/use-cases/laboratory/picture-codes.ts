import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import type { DenseMatrix } from '../../../numerics/linalg/dense-matrix.ts';
import { rowOf } from '../../../numerics/linalg/dense-matrix.ts';
import { gramOfRows, transposeTimesVector } from '../../../numerics/linalg/products.ts';
import { averagePatches } from '../../../numerics/restoration/image-patches.ts';
import { homotopyCodes } from '../../../numerics/sparse/homotopy-codes.ts';
import { centredPatches } from './centred-patches.ts';

/** Patches lie half of this side apart: enough to overlap, few enough to be coded while a slider moves. */
const standardSide = 8;

export interface PictureCodes {
  /** [patches x atoms] */
  readonly codes: DenseMatrix;
  /** [patches x size^2], without their means, and as their codes rebuild them */
  readonly originals: DenseMatrix;
  readonly rebuilt: DenseMatrix;
  /** Patches in a row of the picture. */
  readonly columns: number;
  /** [height x width] */
  readonly reconstruction: Float32Array;
}

/**
 * Lasso codes of a picture's patches, and the picture rebuilt from them.
 *
 * @param atoms [atoms x size^2], unit norm
 * @param penalty lambda, for intensities in [0, 1]
 */
export function codePicture(
  kernels: Kernels,
  picture: Plane,
  atoms: DenseMatrix,
  penalty: number,
): PictureCodes {
  const size = Math.sqrt(atoms.columns);
  const stride = Math.min(size, standardSide / 2);
  const { grid, patches, means } = centredPatches(picture, { size, stride });
  const codes = {
    rows: patches.rows,
    columns: atoms.rows,
    values: new Float64Array(patches.rows * atoms.rows),
  };
  homotopyCodes(atoms, patches, penalty, codes, {}, gramOfRows(atoms), kernels);
  const rebuilt = { ...patches, values: new Float64Array(patches.values.length) };
  for (let p = 0; p < patches.rows; p++) transposeTimesVector(atoms, rowOf(codes, p), rowOf(rebuilt, p));
  const bright = {
    ...rebuilt,
    values: rebuilt.values.map((value, i) => value + (means[Math.floor(i / patches.columns)] ?? 0)),
  };
  const average = new Float64Array(picture.data.length);
  averagePatches(bright, picture, grid, average);
  const reconstruction = Float32Array.from(average);
  return { codes, originals: patches, rebuilt, columns: grid.columns, reconstruction };
}

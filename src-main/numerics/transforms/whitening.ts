import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { covarianceOfRows } from '../linalg/covariance.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesTranspose, timesVector } from '../linalg/products.ts';
import { singleCovariance, singleTimesTranspose } from '../linalg/single-precision-rows.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { addScaled } from '../linalg/vectors.ts';

export interface WhiteningOptions extends KernelOptions {
  /** 'pca' gives one number per component; 'zca' turns back, so that an image still looks like one. */
  readonly method: 'pca' | 'zca';
  /** Components kept, those of most variance. @default all */
  readonly components?: number;
  /** Added to each variance, in its unit: keeps noise from being blown up. @default 0 */
  readonly regularisation?: number;
}

/** A fitted whitening; plain, so that it can be stored. */
export interface WhiteningScaler {
  /** [dimension] */
  readonly mean: Float64Array;
  /** [outputs x dimension]: a vector without the mean times this is white. */
  readonly whitening: DenseMatrix;
  /** [dimension x outputs]: undoes it, within the span of the components. */
  readonly inverse: DenseMatrix;
  /** [components] variances along the components, largest first, divided by count - 1. */
  readonly variances: Float64Array;
}

/** Variances below this share of the largest are rounding: such directions are left out. */
const leastShares = { double: 1e-12, single: 1e-7 };

/**
 * Fits a whitening to rows (Bell & Sejnowski, Vision Res. 37, 1997): the mean is taken off, directions are turned to the
 * principal components and each divided by its standard deviation (of the sample, divided by count - 1).
 * In single precision variances are right to about 1e-8 of the largest, and directions of less than 1e-7 of it are left out.
 *
 * @param rows [count x dimension], at least 2
 * @param kernels with them the covariance is summed in WebAssembly
 * @throws RangeError when there are fewer rows, one is not finite, or components are asked for that there are not
 */
export function fitWhitening(
  rows: DenseMatrix,
  { method, components = rows.columns, regularisation = 0, precision = 'double' }: WhiteningOptions,
  kernels?: Kernels,
): WhiteningScaler {
  const { rows: count, columns: dimension } = rows;
  if (count < 2) throw new RangeError(`Whitening cannot be learnt from ${count} rows.`);
  if (!(Number.isInteger(components) && components > 0 && components <= dimension))
    throw new RangeError(`${dimension} dimensions have no ${components} components.`);
  const isSingle = kernels && precision === 'single';
  const { mean, covariance } = isSingle
    ? singleCovariance(kernels, rows)
    : covarianceOfRows(rows.values, count, dimension, kernels);
  if (!covariance.to1DArray().every(Number.isFinite))
    throw new RangeError('Whitening cannot be learnt from rows that are not finite.');
  const leastShare = leastShares[isSingle ? 'single' : 'double'];
  const { values, vectors } = symmetricEigen(covariance);
  const all = values.map((value) => (value * count) / (count - 1));
  const kept = all.filter((value, k) => k < components && value > leastShare * all[0]!).length;
  const variances = all.slice(0, kept);
  const basis: DenseMatrix = { rows: kept, columns: dimension, values: vectors.slice(0, kept * dimension) };
  const deviations = variances.map((value) => Math.sqrt(value + regularisation));
  const outputs = method === 'pca' ? kept : dimension;
  const whitening = new Float64Array(outputs * dimension);
  const inverse = new Float64Array(dimension * outputs);
  for (let k = 0; k < kept; k++) {
    const direction = rowOf(basis, k);
    const deviation = deviations[k]!;
    for (let o = 0; o < outputs; o++) {
      // What a component contributes to an output: itself, or its part in that dimension.
      const share = method === 'pca' ? (o === k ? 1 : 0) : direction[o]!;
      if (share === 0) continue;
      for (let a = 0; a < dimension; a++) {
        whitening[o * dimension + a]! += (share * direction[a]!) / deviation;
        inverse[a * outputs + o]! += share * direction[a]! * deviation;
      }
    }
  }
  return {
    mean,
    whitening: { rows: outputs, columns: dimension, values: whitening },
    inverse: { rows: dimension, columns: outputs, values: inverse },
    variances,
  };
}

/**
 * White rows [count x outputs] of rows [count x dimension].
 *
 * @param kernels with them the products are summed in WebAssembly, in the precision of the options
 */
export function whitenRows(
  { mean, whitening }: WhiteningScaler,
  rows: DenseMatrix,
  kernels?: Kernels,
  { precision = 'double' }: KernelOptions = {},
): DenseMatrix {
  if (kernels && precision === 'single')
    return singleTimesTranspose(kernels, rows, whitening, mean, new Float64Array(whitening.rows));
  const white = timesTranspose(rows, whitening, kernels);
  const offset = new Float64Array(whitening.rows);
  timesVector(whitening, mean, offset);
  addToRows(white, offset, -1);
  return white;
}

/**
 * Rows [count x dimension] of white ones [count x outputs]: the inverse, where all components were kept.
 *
 * @param kernels as for {@link whitenRows}
 */
export function unwhitenRows(
  { mean, inverse }: WhiteningScaler,
  white: DenseMatrix,
  kernels?: Kernels,
  { precision = 'double' }: KernelOptions = {},
): DenseMatrix {
  if (kernels && precision === 'single')
    return singleTimesTranspose(kernels, white, inverse, new Float64Array(inverse.columns), mean);
  const rows = timesTranspose(white, inverse, kernels);
  addToRows(rows, mean, 1);
  return rows;
}

function addToRows({ rows, columns, values }: DenseMatrix, vector: Float64Array, factor: number): void {
  for (let i = 0; i < rows; i++) addScaled(factor, vector, 0, values, i * columns, columns);
}

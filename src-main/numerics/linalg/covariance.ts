import { Matrix } from 'ml-matrix';
import type { Kernels } from '../kernels/kernels.ts';

export interface Covariance {
  /** [dimension] */
  mean: Float64Array;
  /** [dimension x dimension], symmetric; divided by `count`, not by `count - 1`. */
  covariance: Matrix;
}

/**
 * Mean and covariance of the rows of `rows` [count x dimension, row-major], in double precision.
 *
 * @param kernels with them the products are summed in WebAssembly, two numbers at a time
 * @throws RangeError when there is no row or `rows` is shorter than `count` rows
 */
export function covarianceOfRows(
  rows: ArrayLike<number>,
  count: number,
  dimension: number,
  kernels?: Kernels,
): Covariance {
  if (count < 1 || rows.length < count * dimension)
    throw new RangeError(`expected ${count} > 0 rows of ${dimension} numbers, got ${rows.length} numbers`);
  const mean = new Float64Array(dimension);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dimension; a++) mean[a]! += rows[i * dimension + a]!;
  }
  for (let a = 0; a < dimension; a++) mean[a]! /= count;

  const sums = kernels ? kernelScatter(kernels, rows, count, mean) : scatter(rows, count, mean);
  const covariance = new Matrix(dimension, dimension);
  for (let a = 0; a < dimension; a++) {
    for (let b = a; b < dimension; b++) {
      covariance.set(a, b, sums[a * dimension + b]! / count);
      covariance.set(b, a, sums[a * dimension + b]! / count);
    }
  }
  return { mean, covariance };
}

/** The sum of products of each pair of entries, less their means: the upper triangle of [dimension x dimension]. */
function scatter(rows: ArrayLike<number>, count: number, mean: Float64Array): Float64Array {
  const dimension = mean.length;
  const sums = new Float64Array(dimension * dimension);
  const centred = new Float64Array(dimension);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dimension; a++) centred[a] = rows[i * dimension + a]! - mean[a]!;
    for (let a = 0; a < dimension; a++) {
      const factor = centred[a]!;
      for (let b = a; b < dimension; b++) sums[a * dimension + b]! += factor * centred[b]!;
    }
  }
  return sums;
}

/** Rows that are taken at a time: not a power of two, with which entries would fall on the same lines of the cache. */
const rowsPerBlock = 250;
/** Entries whose products are summed in one call: less than all, for those below the diagonal are not asked for. */
const entriesPerCall = 16;

function kernelScatter(
  kernels: Kernels,
  rows: ArrayLike<number>,
  count: number,
  mean: Float64Array,
): Float64Array {
  const dimension = mean.length;
  const sums = new Float64Array(dimension * dimension);
  kernels.scoped(() => {
    const turned = kernels.f64(dimension * rowsPerBlock);
    const products = kernels.f64(entriesPerCall * dimension);
    const [columns, sum] = [turned.view, products.view];
    for (let first = 0; first < count; first += rowsPerBlock) {
      const size = Math.min(rowsPerBlock, count - first);
      for (let i = 0, from = first * dimension; i < size; i++)
        for (let a = 0; a < dimension; a++) columns[a * size + i] = rows[from++]! - mean[a]!;
      for (let a = 0; a < dimension; a += entriesPerCall) {
        const entries = Math.min(entriesPerCall, dimension - a);
        const others = dimension - a;
        const pointer = turned.pointer + a * size * Float64Array.BYTES_PER_ELEMENT;
        kernels.functions.productsOfRows(pointer, entries, pointer, others, size, products.pointer);
        for (let e = 0; e < entries; e++)
          for (let b = e; b < others; b++) sums[(a + e) * dimension + a + b]! += sum[e * others + b]!;
      }
    }
  });
  return sums;
}

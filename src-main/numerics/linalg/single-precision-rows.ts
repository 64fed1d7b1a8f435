import { Matrix } from 'ml-matrix';
import type { Kernels } from '../kernels/kernels.ts';
import type { Covariance } from './covariance.ts';
import type { DenseMatrix } from './dense-matrix.ts';

/** Numbers that are taken to the kernels at a time: so many in single precision stay in the processor's nearest cache. */
const numbersPerBlock = 8192;
/** Columns that the kernels take side by side. */
const panel = 8;

function rowsPerBlock({ rows, columns }: DenseMatrix): number {
  return Math.min(rows, Math.max(8, Math.floor(numbersPerBlock / columns)));
}

/**
 * Mean and covariance as `covarianceOfRows` gives them, the products summed in single precision in WebAssembly: right to
 * about six digits of the product of both deviations. The mean is in double precision.
 *
 * @param rows [count x dimension], at least 1
 */
export function singleCovariance(kernels: Kernels, rows: DenseMatrix): Covariance {
  const { rows: count, columns: dimension, values } = rows;
  const stride = Math.ceil(dimension / panel) * panel;
  const most = rowsPerBlock(rows);
  return kernels.scoped(() => {
    const block = kernels.f64(most * dimension);
    const mean = kernels.f64(stride);
    const scatter = kernels.f64(stride * stride);
    const scratch = kernels.f32((most + 2) * stride);
    for (let first = 0; first < count; first += most) {
      const size = Math.min(most, count - first);
      block.view.set(values.subarray(first * dimension, (first + size) * dimension));
      kernels.functions.absorbRows(
        block.pointer,
        size,
        dimension,
        first,
        mean.pointer,
        scatter.pointer,
        stride,
        scratch.pointer,
      );
    }
    const sums = scatter.view;
    const covariance = new Matrix(dimension, dimension);
    for (let a = 0; a < dimension; a++)
      for (let b = a; b < dimension; b++) {
        covariance.set(a, b, sums[a * stride + b]! / count);
        covariance.set(b, a, sums[a * stride + b]! / count);
      }
    return { mean: mean.view.slice(0, dimension), covariance };
  });
}

/**
 * (A - 1 lt) Bt + 1 pt, rows less l times each row of B, plus p: the products in single precision in WebAssembly.
 *
 * @param a [count x n]
 * @param b [k x n]
 * @param less [n] taken off in double precision
 * @param plus [k] added in double precision
 * @returns [count x k]
 */
export function singleTimesTranspose(
  kernels: Kernels,
  a: DenseMatrix,
  b: DenseMatrix,
  less: Float64Array,
  plus: Float64Array,
): DenseMatrix {
  if (a.columns !== b.columns)
    throw new RangeError(`Rows of ${a.columns} and of ${b.columns} numbers have no inner product.`);
  const { rows: count, columns: n, values } = a;
  const { functions } = kernels;
  const product = new Float64Array(count * b.rows);
  const panelCount = Math.ceil(b.rows / panel);
  const most = rowsPerBlock(a);
  kernels.scoped(() => {
    const panels = kernels.f32(panelCount * panel * n);
    functions.packPanels(kernels.copyF32(b.values).pointer, b.rows, n, panels.pointer);
    const [off, on] = [kernels.copyF64(less), kernels.copyF64(plus)];
    const block = kernels.f64(most * Math.max(n, b.rows));
    const left = kernels.f32(most * n);
    const products = kernels.f32(most * panelCount * panel);
    const { view } = block;
    for (let first = 0; first < count; first += most) {
      const size = Math.min(most, count - first);
      view.set(values.subarray(first * n, (first + size) * n));
      functions.rowsToSingle(block.pointer, size, n, off.pointer, left.pointer, n);
      functions.correlate(left.pointer, size, n, panels.pointer, panelCount, products.pointer);
      functions.rowsToDouble(products.pointer, size, panelCount * panel, b.rows, on.pointer, block.pointer);
      product.set(view.subarray(0, size * b.rows), first * b.rows);
    }
  });
  return { rows: count, columns: b.rows, values: product };
}

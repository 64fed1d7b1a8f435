import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, type DenseMatrix } from './dense-matrix.ts';
import { timesVector } from './products.ts';

/**
 * M v for one v after another: with kernels in WebAssembly, for which M is copied once, and as {@link timesVector} without.
 *
 * @returns writes the product with v [columns] to out [rows]; works as long as the kernels keep what this allocated
 */
export function rowProducts(
  matrix: DenseMatrix,
  kernels: Kernels | undefined,
): (v: Float64Array, out: Float64Array) => void {
  if (!kernels)
    return (v, out) => {
      timesVector(matrix, v, out);
    };
  const { rows, columns } = matrix;
  const rightHand = kernels.copyF64(matrix.values);
  const vector = kernels.f64(columns);
  const product = kernels.f64(rows);
  return (v, out) => {
    checkVector(v, columns, 'vector');
    checkVector(out, rows, 'product');
    vector.view.set(v);
    kernels.functions.productsOfRows(vector.pointer, 1, rightHand.pointer, rows, columns, product.pointer);
    out.set(product.view);
  };
}

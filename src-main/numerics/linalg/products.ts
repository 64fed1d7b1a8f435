import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, type DenseMatrix } from './dense-matrix.ts';
import { addScaled, innerProduct } from './vectors.ts';

/** M v: the inner product of every row of M [rows x columns] with v [columns], into out [rows]. */
export function timesVector(
  { rows, columns, values }: DenseMatrix,
  v: Float64Array,
  out: Float64Array,
): void {
  checkVector(v, columns, 'vector');
  checkVector(out, rows, 'product');
  for (let i = 0; i < rows; i++) out[i] = innerProduct(values, i * columns, v, 0, columns);
}

/** Mt w: the sum of the rows of M [rows x columns] times the entries of w [rows], into out [columns]. */
export function transposeTimesVector(
  { rows, columns, values }: DenseMatrix,
  w: Float64Array,
  out: Float64Array,
): void {
  checkVector(w, rows, 'vector');
  checkVector(out, columns, 'product');
  out.fill(0);
  // Sparse codes are mostly zero: their rows cost nothing.
  for (let i = 0; i < rows; i++) if (w[i] !== 0) addScaled(w[i]!, values, i * columns, out, 0, columns);
}

/** [rows] squared norm of each row. */
export function rowSquares({ rows, columns, values }: DenseMatrix): Float64Array {
  const squares = new Float64Array(rows);
  for (let k = 0; k < rows; k++) squares[k] = innerProduct(values, k * columns, values, k * columns, columns);
  return squares;
}

/**
 * M Mt, the inner products of all pairs of rows of M [rows x columns]: for a dictionary its Gram matrix.
 *
 * @returns [rows x rows], symmetric
 */
export function gramOfRows(matrix: DenseMatrix): DenseMatrix {
  const { rows } = matrix;
  const gram = new Float64Array(rows * rows);
  forBlocks(matrix, matrix, 'upper', (i, j, product) => {
    gram[i * rows + j] = gram[j * rows + i] = product;
  });
  return { rows, columns: rows, values: gram };
}

/**
 * A Bt: the inner product of every row of A [m x n] with every row of B [k x n].
 *
 * @param kernels with them the products are summed in WebAssembly, two numbers at a time
 * @returns [m x k]
 * @throws RangeError when the rows have different lengths
 */
export function timesTranspose(a: DenseMatrix, b: DenseMatrix, kernels?: Kernels): DenseMatrix {
  if (a.columns !== b.columns)
    throw new RangeError(`Rows of ${a.columns} and of ${b.columns} numbers have no inner product.`);
  if (kernels) return kernelTimesTranspose(kernels, a, b);
  const product = new Float64Array(a.rows * b.rows);
  forBlocks(a, b, 'all', (i, j, value) => {
    product[i * b.rows + j] = value;
  });
  return { rows: a.rows, columns: b.rows, values: product };
}

/** Visits pairs of rows (all, or with j >= i), two by two at a time: each number that is read serves two products. */
function forBlocks(
  a: DenseMatrix,
  b: DenseMatrix,
  pairs: 'all' | 'upper',
  put: (i: number, j: number, product: number) => void,
): void {
  const { columns: n, values: x } = a;
  const { values: y } = b;
  const evenA = a.rows & ~1;
  const evenB = b.rows & ~1;
  for (let i = 0; i < evenA; i += 2) {
    const p = i * n;
    for (let j = pairs === 'upper' ? i : 0; j < evenB; j += 2) {
      const q = j * n;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let c = 0; c < n; c++) {
        const x0 = x[p + c]!;
        const x1 = x[p + n + c]!;
        const y0 = y[q + c]!;
        const y1 = y[q + n + c]!;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s10 += x1 * y0;
        s11 += x1 * y1;
      }
      put(i, j, s00);
      put(i, j + 1, s01);
      put(i + 1, j, s10);
      put(i + 1, j + 1, s11);
    }
    for (let j = evenB; j < b.rows; j++) {
      put(i, j, innerProduct(x, p, y, j * n, n));
      put(i + 1, j, innerProduct(x, p + n, y, j * n, n));
    }
  }
  for (let i = evenA; i < a.rows; i++)
    for (let j = pairs === 'upper' ? i : 0; j < b.rows; j++) put(i, j, innerProduct(x, i * n, y, j * n, n));
}

/** Rows that are copied to the kernels at a time: those of some hundred numbers stay in the processor's cache. */
const rowsPerBlock = 128;

function kernelTimesTranspose(kernels: Kernels, a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  const { rows, columns } = a;
  const values = new Float64Array(rows * b.rows);
  kernels.scoped(() => {
    const right = kernels.copyF64(b.values);
    const left = kernels.f64(Math.min(rows, rowsPerBlock) * columns);
    const products = kernels.f64(Math.min(rows, rowsPerBlock) * b.rows);
    for (let first = 0; first < rows; first += rowsPerBlock) {
      const count = Math.min(rowsPerBlock, rows - first);
      left.view.set(a.values.subarray(first * columns, (first + count) * columns));
      kernels.functions.productsOfRows(left.pointer, count, right.pointer, b.rows, columns, products.pointer);
      values.set(products.view.subarray(0, count * b.rows), first * b.rows);
    }
  });
  return { rows, columns: b.rows, values };
}

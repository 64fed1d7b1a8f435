import { innerProduct } from './vectors.ts';

/**
 * Overwrites the lower triangle of a symmetric positive definite matrix [n x n, row-major] with its Cholesky factor L;
 * what is above the diagonal is neither read nor changed.
 *
 * @throws RangeError when the matrix is not positive definite
 */
export function factorise(matrix: Float64Array, n: number): void {
  if (!tryFactorise(matrix, n)) throw new RangeError('The matrix is not positive definite.');
}

/** {@link factorise}, with false instead of an error; the matrix is spoilt then. */
export function tryFactorise(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = matrix[i * n + j]! - innerProduct(matrix, i * n, matrix, j * n, j);
      if (j < i) matrix[i * n + j] = rest / matrix[j * n + j]!;
      else if (rest > 0) matrix[i * n + i] = Math.sqrt(rest);
      else return false;
    }
  }
  return true;
}

/** Solves L Lt x = b in place for a factor L that {@link factorise} made. */
export function solveFactorised(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) b[i] = (b[i]! - innerProduct(factor, i * n, b, 0, i)) / factor[i * n + i]!;
  for (let i = n - 1; i >= 0; i--) {
    const value = b[i]! / factor[i * n + i]!;
    b[i] = value;
    for (let j = 0; j < i; j++) b[j]! -= factor[i * n + j]! * value;
  }
}

import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * Lower triangular L with L Lt = matrix + ridge * mean(diagonal) * I. The ridge is relative, so that it means the
 * same whatever the unit of the numbers.
 *
 * @param matrix symmetric, positive semi-definite [n x n]; not changed
 * @throws RangeError when it is not positive definite even with the ridge
 */
export function cholesky(matrix: Matrix, ridge = 0): Matrix {
  const lift = (ridge * matrix.trace()) / matrix.rows;
  const lifted = Matrix.add(matrix, Matrix.eye(matrix.rows).mul(lift));
  const decomposition = new CholeskyDecomposition(lifted);
  if (!decomposition.isPositiveDefinite())
    throw new RangeError(`matrix is not positive definite with a relative ridge of ${ridge}`);
  return decomposition.lowerTriangularMatrix;
}

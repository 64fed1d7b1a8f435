import { EigenvalueDecomposition, type Matrix } from 'ml-matrix';

export interface SymmetricEigen {
  /** Eigenvalues, largest first. */
  values: Float64Array;
  /** [n x n] row-major: row i is the unit eigenvector of `values[i]`, its largest-magnitude entry positive. */
  vectors: Float64Array;
}

/** Eigen decomposition of a symmetric matrix [n x n], in descending order and with one sign convention. */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const n = matrix.rows;
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const found = decomposition.realEigenvalues;
  const columns = decomposition.eigenvectorMatrix;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => found[j]! - found[i]!);
  const vectors = new Float64Array(n * n);
  order.forEach((column, row) => {
    let peak = 0;
    for (let a = 0; a < n; a++) {
      const entry = columns.get(a, column);
      vectors[row * n + a] = entry;
      if (Math.abs(entry) > Math.abs(peak)) peak = entry;
    }
    if (peak < 0) for (let a = 0; a < n; a++) vectors[row * n + a]! *= -1;
  });
  return { values: Float64Array.from(order, (i) => found[i]!), vectors };
}

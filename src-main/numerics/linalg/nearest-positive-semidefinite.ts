import { Matrix } from 'ml-matrix';
import type { DenseMatrix } from './dense-matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** The nearest positive semi-definite matrix in the sum of squares: negative eigenvalues of a symmetric one become 0. */
export function nearestPositiveSemidefinite({ rows: n, values }: DenseMatrix): DenseMatrix {
  const found = symmetricEigen(Matrix.from1DArray(n, n, values));
  const projected = new Float64Array(n * n);
  found.values.forEach((value, k) => {
    if (!(value > 0)) return;
    const vector = found.vectors.subarray(k * n, (k + 1) * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) projected[i * n + j]! += value * vector[i]! * vector[j]!;
  });
  return { rows: n, columns: n, values: projected };
}

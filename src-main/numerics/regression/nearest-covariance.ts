import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { F32, F64, Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { nearestPositiveSemidefinite } from '../linalg/nearest-positive-semidefinite.ts';
import { largestMagnitude, squaredNorm } from '../linalg/vectors.ts';

const mostSteps = 2000;
/** Changes below this share of the norm of S end the steps. */
const smallestChange = { double: 1e-9, single: 2e-6 } as const;
/** Bytes to a multiple of which the kernels want a row. */
const rowBlock = 64;

/**
 * The positive semi-definite matrix A with the least weighted distance sum V_jk (A_jk - S_jk)^2 / 2 to a symmetric S, by
 * ADMM over A and B = A - S (Takada et al. 2019, section 3.2; Datta & Zou, Ann. Statist. 45(6), 2017).
 *
 * @param S [n x n], symmetric, finite
 * @param V [n x n] weights, symmetric, positive
 * @param options in single precision the weighted distance is right to about six digits, entries of A to about 1e-4 of the
 *   largest magnitude of S; no eigenvalue is below -1e-6 of that magnitude
 * @param kernels with them the steps, of which each needs all eigenvectors, are done in WebAssembly
 * @throws RangeError when shapes do not fit
 */
export function nearestWeightedCovariance(
  S: DenseMatrix,
  V: Float64Array,
  { precision = 'double' }: KernelOptions = {},
  kernels?: Kernels,
): DenseMatrix {
  checkVector(S.values, S.rows * S.rows, 'covariance');
  checkVector(V, S.rows * S.rows, 'weights');
  // Steps go at the pace of the weights times mu, which is best where these are around 1; with a mu of 1 small weights, as
  // where most values are missing, keep them from converging.
  const mu = 1 / V.toSorted()[V.length >> 1]!;
  const paced = V.map((weight) => mu * weight);
  return kernels ? kernelNearest(kernels, S, paced, precision) : plainNearest(S, paced);
}

function plainNearest(S: DenseMatrix, V: Float64Array): DenseMatrix {
  const size = S.values.length;
  const B = new Float64Array(size);
  const L = new Float64Array(size);
  const least = smallestChange.double ** 2 * squaredNorm(S.values);
  let A = S;
  for (let step = 0; step < mostSteps; step++) {
    const shifted = S.values.map((value, i) => value + B[i]! + L[i]!);
    A = nearestPositiveSemidefinite({ ...S, values: shifted });
    let change = 0;
    let gap = 0;
    for (let i = 0; i < size; i++) {
      const away = A.values[i]! - S.values[i]!;
      const fresh = (away - L[i]!) / (1 + V[i]!);
      change += (fresh - B[i]!) ** 2;
      gap += (away - fresh) ** 2;
      B[i] = fresh;
      L[i]! -= away - fresh;
    }
    if (change + gap <= least) break;
  }
  return A;
}

function kernelNearest(
  kernels: Kernels,
  S: DenseMatrix,
  V: Float64Array,
  precision: 'double' | 'single',
): DenseMatrix {
  const { rows: n } = S;
  const { functions } = kernels;
  const isSingle = precision === 'single';
  const solve = isSingle ? functions.nearestCovariance32 : functions.nearestCovariance64;
  const perBlock = rowBlock / (isSingle ? 4 : 8);
  const stride = Math.ceil(n / perBlock) * perBlock;
  const numbers = (): F32 | F64 => (isSingle ? kernels.f32(n * stride) : kernels.f64(n * stride));
  // Squares of what is measured in small or large units would leave the range of single precision.
  const unit = largestMagnitude(S.values) || 1;
  const scaled = { ...S, values: S.values.map((value) => value / unit) };
  const least = smallestChange[precision] ** 2 * squaredNorm(scaled.values);
  return kernels.scoped(() => {
    const [ofS, ofV, ofA] = [numbers(), numbers(), numbers()];
    const scratch = kernels.f64(functions.nearestCovarianceScratch(n) / 8);
    for (let i = 0; i < n; i++) {
      ofS.view.set(rowOf(scaled, i), i * stride);
      ofV.view.set(V.subarray(i * n, (i + 1) * n), i * stride);
    }
    solve(ofS.pointer, ofV.pointer, n, ofA.pointer, least, mostSteps, scratch.pointer);
    const values = new Float64Array(n * n);
    const { view } = ofA;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) values[i * n + j] = unit * view[i * stride + j]!;
    return { rows: n, columns: n, values };
  });
}

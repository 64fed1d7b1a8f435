import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { addScaled } from '../linalg/vectors.ts';
import type { SparsityPrior } from './priors.ts';

export interface PriorStopping {
  /** Stop once no optimality condition was violated by more than this share of the largest target. @default 1e-8 */
  readonly tolerance?: number;
  /** Most sweeps. @default 10000 */
  readonly maxIterations?: number;
}

/**
 * A code under any prior (Olshausen & Field, Nature 381, 1996), given by inner products alone: 1/2 xt G x - ct x + lambda
 * sum S(x_k), by coordinate descent. Each coordinate goes to its least energy, `prior.shrink`, so that the energy never
 * rises. Under a prior that is not convex, as Cauchy's, the end is a stationary point that depends on the start.
 *
 * @param gram G = D Dt [n x n], symmetric positive semi-definite; coordinates with G_kk = 0 stay 0
 * @param targets c = D y [n]
 * @param penalty lambda, at least 0
 * @param code x [n]; on entry where to start, on return the code
 * @param correlations [n] overwritten by c - G x
 * @returns whether the conditions, (c - G x)_k = lambda S'(x_k), were met within the sweeps allowed
 * @throws RangeError when shapes do not fit
 */
export function codeUnderPrior(
  gram: DenseMatrix,
  targets: Float64Array,
  penalty: number,
  prior: SparsityPrior,
  code: Float64Array,
  correlations: Float64Array,
  { tolerance = 1e-8, maxIterations = 10_000 }: PriorStopping = {},
): boolean {
  const { rows: n, values: G } = gram;
  checkVector(gram.values, n * n, 'Gram matrix');
  checkVector(targets, n, 'targets');
  checkVector(code, n, 'code');
  checkVector(correlations, n, 'correlations');
  correlations.set(targets);
  let largest = 0;
  for (let k = 0; k < n; k++) {
    largest = Math.max(largest, Math.abs(targets[k]!));
    if (!(G[k * n + k]! > 0)) code[k] = 0;
    if (code[k] !== 0) addScaled(-code[k]!, G, k * n, correlations, 0, n);
  }
  const goal = tolerance * largest;
  for (let sweep = 0; sweep < maxIterations; sweep++) {
    let worst = 0;
    for (let k = 0; k < n; k++) {
      const square = G[k * n + k]!;
      if (!(square > 0)) continue;
      const old = code[k]!;
      const fresh = prior.shrink(old + correlations[k]! / square, penalty / square);
      if (fresh === old) continue;
      code[k] = fresh;
      addScaled(old - fresh, G, k * n, correlations, 0, n);
      worst = Math.max(worst, Math.abs(fresh - old) * square);
    }
    if (worst <= goal) return true;
  }
  return false;
}

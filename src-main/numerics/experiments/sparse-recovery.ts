import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { createRandom } from '../random/generator.ts';
import { sampleWithoutReplacement } from '../random/sample.ts';
import { lassoCoordinateDescent } from '../sparse/lasso-coordinate-descent.ts';
import { largestPenalty } from '../sparse/lasso-problem.ts';
import { orthogonalMatchingPursuit } from '../sparse/orthogonal-matching-pursuit.ts';

export interface SparseRecoveryOptions {
  readonly seed: number;
  /** @default 1000 */
  readonly features?: number;
  /** Features that matter. @default 20 */
  readonly relevant?: number;
  /** @default 100 */
  readonly samples?: number;
  /** Standard deviation of the noise on the target. @default 0.01 */
  readonly noise?: number;
  /** The lasso's penalty as a share of the largest that matters. @default 0.005 */
  readonly penaltyShare?: number;
}

export interface RecoveredWeights {
  /** [features] */
  readonly weights: Float64Array;
  /** Features that are taken to matter: those with the largest weights, as many as do matter; ascending. */
  readonly chosen: number[];
  /** How many of them do matter. */
  readonly correct: number;
}

export interface SparseRecovery {
  /** [features] the weights that made the target. */
  readonly truth: Float64Array;
  /** Features that matter, ascending. */
  readonly relevant: number[];
  /** lambda that the lasso was given. */
  readonly penalty: number;
  readonly lasso: RecoveredWeights;
  readonly omp: RecoveredWeights;
}

/**
 * Which of many features matter, from far fewer samples than features: standard normal features, a few normal weights, and
 * the lasso and orthogonal matching pursuit to find them (the setting of Donoho, IEEE Trans. Inf. Theory 52(4), 2006).
 *
 * @param kernels as for `orthogonalMatchingPursuit`
 */
export function recoverSparseWeights(
  {
    seed,
    features = 1000,
    relevant: count = 20,
    samples = 100,
    noise = 0.01,
    penaltyShare = 0.005,
  }: SparseRecoveryOptions,
  kernels?: Kernels,
): SparseRecovery {
  const random = createRandom(seed, 'experiments/sparse-recovery');
  const atoms: DenseMatrix = {
    rows: features,
    columns: samples,
    values: Float64Array.from({ length: features * samples }, () => random.normal()),
  };
  const truth = new Float64Array(features);
  const relevant = ascending(sampleWithoutReplacement(random, features, count));
  for (const k of relevant) truth[k] = random.normal();
  const signal = new Float64Array(samples);
  transposeTimesVector(atoms, truth, signal);
  for (let i = 0; i < samples; i++) signal[i]! += noise * random.normal();

  const penalty = penaltyShare * largestPenalty(atoms, signal);
  const byLasso = new Float64Array(features);
  lassoCoordinateDescent({ atoms, signal, penalty }, byLasso, { tolerance: 1e-8 });
  const byOmp = new Float64Array(features);
  orthogonalMatchingPursuit(atoms, signal, { nonzeros: count }, byOmp, kernels);
  return { truth, relevant, penalty, lasso: judge(byLasso, relevant), omp: judge(byOmp, relevant) };
}

function judge(weights: Float64Array, relevant: readonly number[]): RecoveredWeights {
  const used = [...weights.keys()].filter((k) => weights[k] !== 0);
  used.sort((j, k) => Math.abs(weights[k]!) - Math.abs(weights[j]!) || j - k);
  const chosen = ascending(used.slice(0, relevant.length));
  return { weights, chosen, correct: chosen.filter((k) => relevant.includes(k)).length };
}

function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { addScaled, squaredNorm } from '../linalg/vectors.ts';
import { greedyChoice } from './greedy-choice.ts';

export interface PursuitStopping {
  /** Most atoms of a code (in plain matching pursuit, most steps). */
  nonzeros: number;
  /** Stop once the squared norm of the residual is at or below this. @default 0 */
  errorTarget?: number;
  /** Allow positive coefficients only. @default false */
  nonNegative?: boolean;
}

export interface PursuitResult {
  /** Atoms in the order in which they were first chosen. */
  readonly support: number[];
  /** Squared norm of what the code leaves unexplained. */
  readonly residualEnergy: number;
}

/**
 * Matching pursuit (Mallat & Zhang, IEEE TSP 41(12), 1993): each step adds the atom most correlated with the residual,
 * by the amount of that correlation, and changes no other coefficient. An atom may be chosen again.
 *
 * @param atoms [atomCount x dimension], any norms but zero; ties go to the lower index
 * @param signal [dimension]
 * @param coefficients [atomCount], overwritten
 * @throws RangeError when shapes do not fit
 */
export function matchingPursuit(
  atoms: DenseMatrix,
  signal: Float64Array,
  { nonzeros, errorTarget = 0, nonNegative = false }: PursuitStopping,
  coefficients: Float64Array,
): PursuitResult {
  const { columns, values } = atoms;
  const greedy = greedyChoice(atoms, signal, coefficients, nonNegative);
  const { squares, residual, correlations } = greedy;
  const support = new Set<number>();
  for (let step = 0; step < nonzeros && squaredNorm(residual) > errorTarget; step++) {
    const k = greedy.choose();
    if (k < 0) break;
    const amount = correlations[k]! / squares[k]!;
    coefficients[k]! += amount;
    support.add(k);
    addScaled(-amount, values, k * columns, residual, 0, columns);
  }
  return { support: [...support], residualEnergy: squaredNorm(residual) };
}

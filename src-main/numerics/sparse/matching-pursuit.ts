import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { rowSquares, timesVector } from '../linalg/products.ts';
import { addScaled, squaredNorm } from '../linalg/vectors.ts';

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

/** Correlations this small against the signal are rounding. */
const noise = 1e-12;

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
  const { rows, columns, values } = atoms;
  checkVector(signal, columns, 'signal');
  checkVector(coefficients, rows, 'coefficients');
  coefficients.fill(0);
  const squares = rowSquares(atoms);
  const residual = signal.slice();
  const correlations = new Float64Array(rows);
  const least = noise * Math.sqrt(squaredNorm(signal));
  const support = new Set<number>();
  for (let step = 0; step < nonzeros && squaredNorm(residual) > errorTarget; step++) {
    timesVector(atoms, residual, correlations);
    const k = mostCorrelated(correlations, squares, nonNegative);
    if (k < 0 || !(Math.abs(correlations[k]!) > least * Math.sqrt(squares[k]!))) break;
    const amount = correlations[k]! / squares[k]!;
    coefficients[k]! += amount;
    support.add(k);
    addScaled(-amount, values, k * columns, residual, 0, columns);
  }
  return { support: [...support], residualEnergy: squaredNorm(residual) };
}

/** The atom whose direction the residual follows most, whatever the atoms' norms; -1 when there is none. */
export function mostCorrelated(
  correlations: Float64Array,
  squares: Float64Array,
  nonNegative: boolean,
): number {
  let best = -1;
  let most = 0;
  for (let k = 0; k < correlations.length; k++) {
    const correlation = nonNegative ? Math.max(correlations[k]!, 0) : correlations[k]!;
    const share = (correlation * correlation) / squares[k]!;
    if (share > most) [best, most] = [k, share];
  }
  return best;
}

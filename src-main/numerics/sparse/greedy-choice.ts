import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { rowSquares } from '../linalg/products.ts';
import { rowProducts } from '../linalg/row-products.ts';
import { squaredNorm } from '../linalg/vectors.ts';

/** What a greedy pursuit walks along. */
export interface GreedyChoice {
  /** [atomCount] squared norms of the atoms. */
  readonly squares: Float64Array;
  /** [dimension] what is left of the signal: the signal at first, and the pursuit's to change. */
  readonly residual: Float64Array;
  /** [atomCount] inner products of the atoms with the residual, as of the last choice. */
  readonly correlations: Float64Array;
  /**
   * The atom, none of those taken, whose direction the residual follows most, whatever the atoms' norms; -1 when all that
   * is left is rounding.
   */
  readonly choose: (taken?: readonly number[]) => number;
}

/** Correlations this small against the signal are rounding. */
const noise = 1e-12;

/**
 * How matching pursuit and its orthogonal form begin and take their next atom; ties go to the lower index.
 *
 * @param coefficients [atomCount], set to 0
 * @param kernels where there are any, the correlations are summed in WebAssembly and differ by rounding
 * @throws RangeError when shapes do not fit
 */
export function greedyChoice(
  atoms: DenseMatrix,
  signal: Float64Array,
  coefficients: Float64Array,
  nonNegative: boolean,
  kernels?: Kernels,
): GreedyChoice {
  checkVector(signal, atoms.columns, 'signal');
  checkVector(coefficients, atoms.rows, 'coefficients');
  coefficients.fill(0);
  const squares = rowSquares(atoms);
  const residual = signal.slice();
  const correlations = new Float64Array(atoms.rows);
  const least = noise * Math.sqrt(squaredNorm(signal));
  const correlate = rowProducts(atoms, kernels);
  return {
    squares,
    residual,
    correlations,
    choose(taken = []) {
      correlate(residual, correlations);
      for (const k of taken) correlations[k] = 0;
      const k = mostCorrelated(correlations, squares, nonNegative);
      return k >= 0 && Math.abs(correlations[k]!) > least * Math.sqrt(squares[k]!) ? k : -1;
    },
  };
}

function mostCorrelated(correlations: Float64Array, squares: Float64Array, nonNegative: boolean): number {
  let best = -1;
  // The largest c^2 / square so far, kept apart: products are quicker than quotients.
  let most = 0;
  let square = 1;
  for (let k = 0; k < correlations.length; k++) {
    const c = correlations[k]!;
    if (c * c * square > most * squares[k]! && !(nonNegative && c < 0))
      [best, most, square] = [k, c * c, squares[k]!];
  }
  return best;
}

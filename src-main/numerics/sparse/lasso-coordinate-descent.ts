import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';
import {
  checkLasso,
  dualityGap,
  lassoDefaults,
  lassoResidual,
  type LassoProblem,
  type LassoReport,
  type LassoStopping,
} from './lasso-problem.ts';
import { rowSquares } from './matching-pursuit.ts';
import { nonNegativeSoftShrinkage, softShrinkage } from './shrinkage.ts';

/** Sweeps over the working set between two looks at its duality gap. */
const sweepsPerCheck = 5;
/** The working set is solved to this share of the goal, or to its square of the gap before, whichever is more. */
const innerShare = 0.3;
/** Atoms whose correlation is above this share of the penalty are likely to be used soon. */
const likely = 0.9;

/**
 * The lasso by cyclic coordinate descent (Friedman, Hastie & Tibshirani, J. Stat. Software 33(1), 2010) over a working
 * set of the atoms that violate the optimality conditions, started from the given coefficients. Atoms that the
 * duality gap proves to be unused are left out for good (the gap safe sphere of Fercoq, Gramfort & Salmon, ICML 2015).
 *
 * @param coefficients [atomCount]; on entry where to start (zeros, or the solution for a penalty nearby), on return
 *   the solution
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function lassoCoordinateDescent(
  problem: LassoProblem,
  coefficients: Float64Array,
  { tolerance = lassoDefaults.tolerance, maxIterations = lassoDefaults.maxIterations }: LassoStopping = {},
): LassoReport {
  checkLasso(problem, coefficients);
  const { atoms, signal, penalty, nonNegative = false } = problem;
  const { rows, columns, values } = atoms;
  const squares = rowSquares(atoms);
  const goal = (tolerance * squaredNorm(signal)) / 2;
  const shrink = nonNegative ? nonNegativeSoftShrinkage : softShrinkage;
  const residual = new Float64Array(columns);
  for (let k = 0; k < rows; k++)
    if (squares[k] === 0 || (nonNegative && coefficients[k]! < 0)) coefficients[k] = 0;
  lassoResidual(problem, coefficients, residual);

  /** Atoms that may still be used, and their correlations as last measured. */
  let remaining = Int32Array.from({ length: rows }, (_, k) => k).filter((k) => squares[k]! > 0);
  const correlations = new Float64Array(rows);
  const correlate = (among: Int32Array) => {
    let largest = 0;
    for (let place = 0; place < among.length; place++) {
      const k = among[place]!;
      const c = innerProduct(values, k * columns, residual, 0, columns);
      correlations[k] = c;
      largest = Math.max(largest, nonNegative ? c : Math.abs(c));
    }
    return largest;
  };

  let iterations = 0;
  const solveAmong = (working: Int32Array, innerGoal: number) => {
    for (;;) {
      for (let sweep = 0; sweep < sweepsPerCheck; sweep++) {
        for (let place = 0; place < working.length; place++) {
          const k = working[place]!;
          const square = squares[k]!;
          const old = coefficients[k]!;
          const c = innerProduct(values, k * columns, residual, 0, columns);
          const fresh = shrink(c + square * old, penalty) / square;
          if (fresh === old) continue;
          coefficients[k] = fresh;
          addScaled(old - fresh, values, k * columns, residual, 0, columns);
        }
      }
      iterations += sweepsPerCheck;
      const { gap } = dualityGap(problem, coefficients, residual, correlate(working));
      if (gap <= innerGoal || iterations >= maxIterations) return;
    }
  };

  for (;;) {
    const { objective, gap, scale } = dualityGap(problem, coefficients, residual, correlate(remaining));
    const converged = gap <= goal;
    if (converged || iterations >= maxIterations) return { objective, gap, iterations, converged };
    const radius = Math.sqrt(2 * gap);
    remaining = remaining.filter((k) => {
      const c = scale * correlations[k]!;
      if ((nonNegative ? c : Math.abs(c)) + radius * Math.sqrt(squares[k]!) >= penalty) return true;
      addScaled(coefficients[k]!, values, k * columns, residual, 0, columns);
      coefficients[k] = 0;
      return false;
    });
    const working = remaining.filter(
      (k) =>
        coefficients[k] !== 0 ||
        (nonNegative ? correlations[k]! : Math.abs(correlations[k]!)) > likely * penalty,
    );
    solveAmong(working, innerShare * Math.max(goal, innerShare * gap));
  }
}

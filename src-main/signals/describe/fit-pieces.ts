import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { changePoints, fusedLasso } from '../../numerics/regression/fused-lasso.ts';
import { trendFilter } from '../../numerics/regression/trend-filtering.ts';

/** A signal as pieces that meet at knots. */
export interface FittedPieces {
  /** [n] */
  readonly fit: Float64Array;
  /** First places of the pieces but the first, ascending. */
  readonly knots: readonly number[];
}

/** Degree of the polynomials that pieces are. */
export const degreeOf: Readonly<Record<SignalMethod, 0 | 1 | 2>> = { steps: 0, trend: 1, quadraticTrend: 2 };

/** Far below what can be seen in a drawing. */
const stopping = { tolerance: 1e-6, maxIterations: 3000 };

/**
 * The nearest signal of few pieces: the fused lasso for steps, exactly; l1 trend filtering for straight pieces and
 * parabolas.
 *
 * @param values [n], equally spaced
 * @param penalty times the sum of magnitudes of the differences of order degree + 1
 */
export function fitPieces(values: Float64Array, method: SignalMethod, penalty: number): FittedPieces {
  const scale = spread(values);
  if (method === 'steps') {
    const fit = new Float64Array(values.length);
    fusedLasso(values, { fusion: penalty }, fit);
    return { fit, knots: changePoints(fit, 1e-9 * scale) };
  }
  // Around 0 and of unit spread, where the solver's stopping rule means the same for every signal.
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const scaled = values.map((value) => (value - middle) / scale);
  const pieces = method === 'trend' ? 'linear' : 'quadratic';
  const { coefficients, transformed } = trendFilter(scaled, pieces, penalty / scale, stopping);
  const knots = [...transformed.keys()].filter((i) => transformed[i] !== 0).map((i) => i + 1);
  return { fit: coefficients.map((value) => middle + scale * value), knots };
}

/** Standard deviation; 1 for a constant. */
function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) || 1;
}

import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { degreeOf, fitPieces } from './fit-pieces.ts';
import { noiseLevel } from './noise-level.ts';
import { penaltyRange } from './penalty-range.ts';
import { reduceSeries } from './reduce-series.ts';

/** Tried for each order of magnitude. */
const perOrder = 3;
/** Points that the search looks at: a penalty for them is one for all, by the scaling below. */
const searchedPoints = 500;
/** More knots than this share of the points describe noise. */
const mostKnots = 0.25;
/** Once it costs so many times the least, a larger penalty will not cost less again. */
const hopeless = 1.5;

/**
 * The penalty that follows from the signal alone: the least of residual energy plus log(n) sigma^2 times the degrees of
 * freedom (Schwarz 1978), which of a fit of pieces are its knots and the coefficients of one piece (Tibshirani & Taylor,
 * Ann. Statist. 40(2), 2012).
 *
 * @param values [n], equally spaced
 */
export function standardPenalty(values: Float64Array, method: SignalMethod): number {
  const degree = degreeOf[method];
  const searched = reduceSeries(values, searchedPoints);
  const variance = noiseLevel(searched.values) ** 2;
  const { least, most } = penaltyRange(searched.values, method);
  const price = Math.log(searched.values.length) * variance;
  let best = { cost: Infinity, penalty: most };
  // Upwards: small penalties are solved quickly, and the largest need not be tried.
  for (let penalty = least; penalty < most; penalty *= 10 ** (1 / perOrder)) {
    const { fit, knots } = fitPieces(searched.values, method, penalty);
    if (knots.length > mostKnots * fit.length) continue;
    const energy = fit.reduce((sum, value, at) => sum + (searched.values[at]! - value) ** 2, 0);
    const cost = energy + price * (knots.length + degree + 1);
    if (cost < best.cost) best = { cost, penalty };
    else if (cost > hopeless * best.cost) break;
  }
  // A point in place of `by` samples: differences of order degree + 1 grow with by^(degree + 1), and there are fewer.
  return best.penalty * searched.by ** (degree + 1);
}

import type { Kernels } from '../kernels/kernels.ts';
import { generalisedLasso, type GeneralisedAdmmOptions } from './generalised-lasso-admm.ts';
import type { GeneralisedLassoSolution } from './generalised-lasso-problem.ts';
import { differenceMap } from './linear-map.ts';

/** What a signal is made of between its knots: steps, straight lines, or parabolas. */
export type TrendPieces = 'constant' | 'linear' | 'quadratic';

const orders = { constant: 1, linear: 2, quadratic: 3 } as const;

/**
 * l1 trend filtering (Kim, Koh, Boyd & Gorinevsky, SIAM Review 51(2), 2009): the nearest signal made of few pieces, by
 * a penalty on the differences of the next higher order.
 *
 * @param signal [n], equally spaced samples
 * @param penalty times the sum of magnitudes of those differences
 * @param kernels with them the steps are done in WebAssembly, in double precision whatever the options: see
 *   {@link generalisedLasso}; its default tolerance is that of the precision asked for
 * @returns the trend as `coefficients` [n]; `transformed` is not 0 where one piece ends
 * @throws RangeError when the signal is too short or the penalty is negative
 */
export function trendFilter(
  signal: Float64Array,
  pieces: TrendPieces,
  penalty: number,
  options: GeneralisedAdmmOptions = {},
  kernels?: Kernels,
): GeneralisedLassoSolution {
  return generalisedLasso(
    { target: signal, transform: differenceMap(signal.length, orders[pieces]), penalty },
    options,
    kernels,
  );
}

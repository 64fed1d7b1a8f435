import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { degreeOf } from './fit-pieces.ts';
import { detrended } from './polynomial-fit.ts';

/** What is left of an exact piece is rounding: smaller penalties than this share of the signal's size say nothing. */
const rounding = 1e-9;

/**
 * The least penalty under which nothing but one polynomial is left: the largest multiplier there, which follows from its
 * residual by summing it up as often as the penalty takes differences (Kim et al. 2009, section 5.1).
 */
export function largestPenalty(values: Float64Array, method: SignalMethod): number {
  const degree = degreeOf[method];
  const sums = detrended(values, degree);
  for (let order = 0; order <= degree; order++) {
    for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1]!;
  }
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
  return sums.reduce((most, value) => Math.max(most, Math.abs(value)), rounding * size);
}

/** Orders of magnitude below the largest penalty that are worth trying: sums of sums grow so much faster. */
const orders: Readonly<Record<SignalMethod, number>> = { steps: 5, trend: 8, quadraticTrend: 11 };

/** Penalties from those that change next to nothing to the one that leaves one piece. */
export function penaltyRange(values: Float64Array, method: SignalMethod): { least: number; most: number } {
  const most = largestPenalty(values, method);
  return { least: most / 10 ** orders[method], most };
}

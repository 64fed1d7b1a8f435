import { fitPolynomial } from './polynomial-fit.ts';
import type { PolynomialFit } from './polynomial-fit.ts';

export interface Change {
  /** The first place of the new piece. */
  readonly place: number;
  /** By how much level, slope or curvature changes there. */
  readonly size: number;
}

/**
 * The knots at which a signal changes more than its noise could make it seem. A penalised fit follows one change by
 * several small ones beside each other and shrinks them all; here the stretches between knots are fitted without a
 * penalty, and the knot across which they agree best is left out until none agree any more: by the change in the leading
 * coefficient over its standard deviation, against the largest that noise makes of any of the n^2 / 2 stretches there are,
 * sqrt(4 log n).
 *
 * @param values [n]
 * @param knots ascending first places of pieces
 * @param noise standard deviation
 */
export function significantChanges(
  values: Float64Array,
  knots: readonly number[],
  degree: 0 | 1 | 2,
  noise: number,
): Change[] {
  const limit = Math.sqrt(4 * Math.log(values.length));
  const starts = [0, ...spaced(knots, values.length, degree + 1)];
  const fitOf = (i: number) =>
    fitPolynomial(values.subarray(starts[i], starts[i + 1] ?? values.length), degree);
  const fits = starts.map((_, i) => fitOf(i));
  for (;;) {
    const weakest = leastSignificant(fits, noise);
    if (weakest === undefined || weakest.significance >= limit) break;
    starts.splice(weakest.at, 1);
    fits.splice(weakest.at, 1);
    fits[weakest.at - 1] = fitOf(weakest.at - 1);
  }
  return starts.slice(1).map((place, i) => ({ place, size: fits[i + 1]!.leading - fits[i]!.leading }));
}

/** Knots that leave each stretch enough values for its polynomial. */
function spaced(knots: readonly number[], length: number, least: number): number[] {
  const kept: number[] = [];
  for (const knot of knots) {
    if (knot - (kept.at(-1) ?? 0) >= least && length - knot >= least) kept.push(knot);
  }
  return kept;
}

function leastSignificant(
  fits: readonly PolynomialFit[],
  noise: number,
): { at: number; significance: number } | undefined {
  let weakest: { at: number; significance: number } | undefined;
  for (let at = 1; at < fits.length; at++) {
    const [before, after] = [fits[at - 1]!, fits[at]!];
    const deviation = noise * Math.sqrt(before.variance + after.variance);
    const significance = Math.abs(after.leading - before.leading) / deviation;
    if (weakest === undefined || significance < weakest.significance) weakest = { at, significance };
  }
  return weakest;
}

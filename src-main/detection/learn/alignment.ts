import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import type { Plane } from '../../../src-shared/domain/image.ts';
import { estimateTransform } from '../../imaging/align/estimate-transform.ts';

/** Radians by which parts may lie turned, either way, unless good parts show that they lie turned further: three degrees. */
export const usualTurn = Math.PI / 60;

/** How a good part agrees with the reference part before and after being moved onto it; correlations in [-1, 1]. */
export interface Agreement {
  readonly before: number;
  readonly after: number;
  /** Radians by which it was turned for that. */
  readonly turn: number;
}

/**
 * Parts of which more than a quarter agree less than this after moving show no common picture to move by: two highlights or
 * two pieces of a pattern can be brought together on any pair of parts.
 */
const leastAgreement = 0.7;
/** Moving must explain this share of what was unexplained, or it is not worth the blur of resampling. */
const leastGain = 0.1;
/** A large turn must explain this share of what a small one leaves: symmetric parts agree in other positions, too. */
const leastGainOfTurning = 0.5;
/** Parts are looked for this much further than good ones were found to lie turned. */
const turnMargin = 1.5;

/** How a good part agrees with the reference part when it may lie at any angle. */
export function agreementOf(reference: Plane, part: Plane): Agreement {
  const near = estimateTransform(reference, part, { mostTurn: usualTurn });
  const any = estimateTransform(reference, part, { mostTurn: Math.PI });
  const gain = gainOf(near.correlation, any.correlation);
  const { correlation, correlationBefore, transform } = gain >= leastGainOfTurning ? any : near;
  return { before: correlationBefore, after: correlation, turn: turnWithin(transform.radians) };
}

/** Whether parts are to be moved onto the reference part: as the recipe says, or as the good parts show. */
export function shouldAlign(
  alignment: Recipe['alignment'],
  agreements: readonly Pick<Agreement, 'before' | 'after'>[],
): boolean {
  if (alignment !== 'auto') return alignment === 'on';
  if (agreements.length === 0) return false;
  const ascending = agreements.map(({ after }) => after).sort((a, b) => a - b);
  const gains = agreements.map(({ before, after }) => gainOf(before, after)).sort((a, b) => a - b);
  return ascending[ascending.length >> 2]! >= leastAgreement && gains[gains.length >> 1]! >= leastGain;
}

/** Radians by which parts are to be looked for, either way: further than usual when more than a quarter of good parts are. */
export function mostTurnOf(agreements: readonly Pick<Agreement, 'after' | 'turn'>[]): number {
  const turns = agreements
    .filter(({ after }) => after >= leastAgreement)
    .map(({ turn }) => Math.abs(turn))
    .filter((turn) => turn > usualTurn);
  if (4 * turns.length <= agreements.length) return usualTurn;
  return Math.min(Math.PI, turnMargin * Math.max(...turns));
}

/** The share that one correlation explains of what another leaves unexplained. */
const gainOf = (before: number, after: number) => (after - before) / Math.max(Number.EPSILON, 1 - before);

/** The same turn within half a turn either way. */
const turnWithin = (radians: number) => radians - 2 * Math.PI * Math.round(radians / (2 * Math.PI));

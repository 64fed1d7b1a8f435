import type { Recipe } from '../../../src-shared/domain/recipe.ts';

/** How a good part agrees with the reference part before and after being moved onto it; correlations in [-1, 1]. */
export interface Agreement {
  readonly before: number;
  readonly after: number;
}

/**
 * Parts of which more than a quarter agree less than this after moving show no common picture to move by: two highlights or
 * two pieces of a pattern can be brought together on any pair of parts.
 */
const leastAgreement = 0.7;
/** Moving must explain this share of what was unexplained, or it is not worth the blur of resampling. */
const leastGain = 0.1;

/** Whether parts are to be moved onto the reference part: as the recipe says, or as the good parts show. */
export function shouldAlign(alignment: Recipe['alignment'], agreements: readonly Agreement[]): boolean {
  if (alignment !== 'auto') return alignment === 'on';
  if (agreements.length === 0) return false;
  const ascending = agreements.map(({ after }) => after).sort((a, b) => a - b);
  const gains = agreements.map(
    ({ before, after }) => (after - before) / Math.max(Number.EPSILON, 1 - before),
  );
  gains.sort((a, b) => a - b);
  return ascending[ascending.length >> 2]! >= leastAgreement && gains[gains.length >> 1]! >= leastGain;
}

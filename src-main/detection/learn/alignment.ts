import type { Recipe } from '../../../src-shared/domain/recipe.ts';

/** How a good part agrees with the reference part before and after being moved onto it; correlations in [-1, 1]. */
export interface Agreement {
  readonly before: number;
  readonly after: number;
}

/** Parts that agree less than this after moving show no common picture to move by. */
const leastAgreement = 0.5;
/** Moving must explain this share of what was unexplained, or it is not worth the blur of resampling. */
const leastGain = 0.1;

/** Whether parts are to be moved onto the reference part: as the recipe says, or as the good parts show. */
export function shouldAlign(alignment: Recipe['alignment'], agreements: readonly Agreement[]): boolean {
  if (alignment !== 'auto') return alignment === 'on';
  if (agreements.length === 0) return false;
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const before = middle(agreements.map((agreement) => agreement.before));
  const after = middle(agreements.map((agreement) => agreement.after));
  return after >= leastAgreement && after - before >= leastGain * (1 - before);
}

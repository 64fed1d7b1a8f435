import type { Limits } from '../../../../src-shared/domain/decision.ts';

/** Where limits and score are on a scale from 0 to 1; a score far beyond the limits is at its end. */
export function scoreScale(score: number, { review, reject }: Limits) {
  const most = Math.max(reject * 2, Math.min(score * 1.1, reject * 4), 0.1);
  const at = (value: number) => Math.min(1, Math.max(0, value / most));
  return { score: at(score), review: at(review), reject: at(reject), beyond: score > most };
}

import type { Decision, Limits } from './decision.ts';

export function decide(score: number, limits: Limits): Decision {
  if (score >= limits.reject) return 'reject';
  return score >= limits.review ? 'review' : 'pass';
}

/** From this probability on, a classifier calls a part defective. */
export const defectLimit = 0.5;

/**
 * The decision of a person who follows the second opinion: what the classifier calls defective is rejected; what it calls
 * good and the score rejects is for a person to see, since a kind of defect that nobody has labelled yet is unknown to
 * the classifier.
 *
 * @param probability of a defect, in [0, 1]
 */
export function decideWithOpinion(score: number, limits: Limits, probability: number): Decision {
  if (probability >= defectLimit) return 'reject';
  const byScore = decide(score, limits);
  return byScore === 'reject' ? 'review' : byScore;
}

import type { Classifier } from '../../../src-shared/domain/classifier.ts';

export interface FeatureContribution {
  readonly feature: string;
  readonly value: number;
  /** What it adds to the logarithm of the odds of a defect. */
  readonly contribution: number;
}

/**
 * The probability that a part is defective, and what each statistic adds to its log odds, strongest first; the bias is
 * what an average part has.
 *
 * @param statistics of the part, by name
 * @returns null when the part lacks a statistic that the classifier was trained on
 */
export function secondOpinion(
  { features, means, deviations, weights, bias }: Classifier,
  statistics: Readonly<Record<string, number>>,
): { probability: number; contributions: FeatureContribution[] } | null {
  const contributions: FeatureContribution[] = [];
  let logOdds = bias;
  for (const [j, feature] of features.entries()) {
    const value = statistics[feature];
    if (value === undefined) return null;
    const contribution = (weights[j]! * (value - means[j]!)) / deviations[j]!;
    logOdds += contribution;
    contributions.push({ feature, value, contribution });
  }
  contributions.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return { probability: 1 / (1 + Math.exp(-logOdds)), contributions };
}

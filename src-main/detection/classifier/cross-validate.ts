import { defectLimit } from '../../../src-shared/domain/decide.ts';
import type { ClassifierFigures } from '../../../src-shared/domain/classifier.ts';
import { auroc, confusionAt } from '../metrics/ranking.ts';
import { fitLogistic, predictLogistic } from './logistic-regression.ts';

/** A part as a row of numbers, with the truth about it. */
export interface LabelledFeatures {
  readonly features: readonly number[];
  readonly defective: boolean;
}

/**
 * Figures of the classifier with each part judged by one that has not seen it; see `heldOutProbabilities`.
 *
 * @returns null when either kind has fewer parts than there are folds
 */
export function crossValidate(parts: readonly LabelledFeatures[], folds = 5): ClassifierFigures | null {
  const probabilities = heldOutProbabilities(parts, folds);
  return probabilities === null ? null : figuresOf(parts, probabilities, folds);
}

/**
 * The probability of a defect of each part under a classifier that has not seen it. Folds are stratified and assigned by
 * order within each kind, so the same parts always give the same figures.
 *
 * @returns null when either kind has fewer parts than there are folds
 */
export function heldOutProbabilities(parts: readonly LabelledFeatures[], folds: number): number[] | null {
  const fold = new Array<number>(parts.length).fill(0);
  for (const kind of [false, true]) {
    const members = parts.flatMap((part, i) => (part.defective === kind ? [i] : []));
    if (members.length < folds) return null;
    members.forEach((part, order) => (fold[part] = order % folds));
  }
  const probabilities = new Array<number>(parts.length).fill(0);
  for (let held = 0; held < folds; held++) {
    const seen = parts.filter((_, i) => fold[i] !== held);
    const model = fitLogistic(
      seen.map((part) => part.features),
      seen.map((part) => part.defective),
    );
    parts.forEach((part, i) => {
      if (fold[i] === held) probabilities[i] = predictLogistic(model, part.features);
    });
  }
  return probabilities;
}

export function figuresOf(
  parts: readonly Pick<LabelledFeatures, 'defective'>[],
  probabilities: readonly number[],
  folds: number,
): ClassifierFigures {
  const scored = parts.map(({ defective }, i) => ({ score: probabilities[i]!, defective }));
  return { folds, auroc: auroc(scored), ...confusionAt(scored, defectLimit) };
}

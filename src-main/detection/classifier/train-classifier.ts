import type { Classifier } from '../../../src-shared/domain/classifier.ts';
import { figuresOf, heldOutProbabilities } from './cross-validate.ts';
import { fitLogistic } from './logistic-regression.ts';

/** A part by its statistics, with the truth about it. */
export interface LabelledStatistics {
  readonly statistics: Readonly<Record<string, number>>;
  readonly defective: boolean;
}

/** Enough of either kind for every fold of the cross-validation to hold one. */
export const leastOfEachKind = 5;

/**
 * Trains the classifier that gives a second opinion.
 *
 * @param parts at least `leastOfEachKind` good and as many defective ones; statistics that some lack are left out
 * @returns also the probability of a defect that each part has under a classifier which has not seen it
 * @throws RangeError on fewer parts
 */
export function trainClassifier(parts: readonly LabelledStatistics[]): {
  classifier: Classifier;
  heldOut: number[];
} {
  const names = [...new Set(parts.flatMap(({ statistics }) => Object.keys(statistics)))].sort();
  const features = names.filter((name) => parts.every(({ statistics }) => name in statistics));
  const rows = parts.map(({ statistics, defective }) => ({
    features: features.map((name) => statistics[name]!),
    defective,
  }));
  const heldOut = heldOutProbabilities(rows, leastOfEachKind);
  if (heldOut === null) throw new RangeError('the classifier needs more labelled parts of each kind');
  const model = fitLogistic(
    rows.map((row) => row.features),
    rows.map((row) => row.defective),
  );
  const defective = rows.filter((row) => row.defective).length;
  return {
    classifier: {
      features,
      ...model,
      good: rows.length - defective,
      defective,
      figures: figuresOf(rows, heldOut, leastOfEachKind),
    },
    heldOut,
  };
}

import { withObservation } from '../../numerics/statistics/predictive-tail.ts';
import type { GoodMeasurements } from '../detector.ts';
import type { DetectionModel } from '../model.ts';
import { withReference } from '../normal/reference-parts.ts';
import { referenceLimit } from './look-plan.ts';

/** The least evidence whose logarithm calibration takes. */
const leastEvidence = 1e-6;

export interface TaughtModel {
  readonly model: DetectionModel;
  /** The part's number among the reference parts. */
  readonly reference: number;
}

/**
 * A model that knows one more good part: it joins the reference parts, or takes the place of the oldest where there is
 * no room, and calibration learns how it looked to a model that had not seen it. Dictionaries, cell scales and limits stay
 * as they are, so that other parts are judged as before.
 */
export function teachPart(model: DetectionModel, part: GoodMeasurements): TaughtModel {
  const { recipe, imageSize, workingSize, referenceImage, references, structure, calibration } = model;
  const plan = { recipe, imageSize, workingSize, referenceImage, scales: model.scales.length };
  const limit = referenceLimit(plan, structure?.basis.count ?? 0);
  const hasRoom = references.count < limit;
  const reference = hasRoom ? references.count : model.replaced % references.count;
  const { described } = part;
  return {
    reference,
    model: {
      ...model,
      references: withReference(references, part.channels, reference),
      replaced: hasRoom ? model.replaced : model.replaced + 1,
      structure:
        structure === null || described === null
          ? structure
          : { ...structure, references: withReference(structure.references, described, reference) },
      calibration: {
        ...calibration,
        part: withObservation(calibration.part, Math.max(leastEvidence, part.evidence)),
        peak: withObservation(calibration.peak, Math.max(leastEvidence, part.peak)),
      },
    },
  };
}

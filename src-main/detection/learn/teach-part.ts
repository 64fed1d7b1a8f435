import { predictiveValue, withObservation } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { GoodMeasurements } from '../detector.ts';
import type { DetectionModel } from '../model.ts';
import { withExceptions } from '../normal/material.ts';
import { withPlacePatches } from '../normal/place-patches.ts';
import { withReference } from '../normal/reference-parts.ts';
import { referenceLimit } from './look-plan.ts';

/**
 * How often a taught part joins the reference parts where there is room: others are compared with the three references
 * that are most like them, lest one odd part make everything good, but this one a person has vouched for.
 */
const mostCopies = 3;
/** Of the reference parts, one taught part may be no more than this share. */
const largestShare = 1 / 8;

/**
 * A model that knows one more good part: it joins the reference parts, or takes the place of the oldest where there is
 * no room, and calibration learns that there is such a part. Dictionaries, cell scales and limits stay as they are, so
 * that other parts are judged as before.
 *
 * @param source SHA-256 of the part's file
 */
export function teachPart(model: DetectionModel, part: GoodMeasurements, source: string): DetectionModel {
  const { scales, structure, tints, calibration } = model;
  const plan = { ...model, scales: scales.length, colour: tints !== null };
  const limit = referenceLimit(plan, structure !== null);
  const copies = Math.max(1, Math.min(mostCopies, Math.floor(limit * largestShare)));
  return {
    ...withCopies(model, part, source, limit, copies),
    material: withExceptions(model.material, part.unusual),
    calibration: {
      ...calibration,
      part: withGoodPart(calibration.part, part.evidence.brightness),
      tints:
        calibration.tints === null || part.evidence.tints === null
          ? calibration.tints
          : { ...calibration.tints, part: withGoodPart(calibration.tints.part, part.evidence.tints) },
      peak: withGoodPart(calibration.peak, part.peak),
    },
  };
}

function withCopies(
  model: DetectionModel,
  { channels, described, structure: shape, tints }: GoodMeasurements,
  source: string,
  limit: number,
  copies: number,
): DetectionModel {
  const { references, structure, sources } = model;
  const added = Math.min(copies, Math.max(0, limit - references.count));
  const indices = Array.from({ length: copies }, (_, copy) =>
    copy < added ? references.count + copy : (model.replaced + copy - added) % (references.count + added),
  );
  return {
    ...model,
    references: withReference(references, channels, indices),
    tints: model.tints === null || tints === null ? model.tints : withReference(model.tints, tints, indices),
    // A model of which it is not known where its references are from stays one.
    sources: sources.length === references.count ? put(sources, indices, source) : sources,
    patches: withPlacePatches(model.patches, indices, described),
    replaced: model.replaced + copies - added,
    structure:
      structure === null || shape === null
        ? structure
        : { ...structure, references: withReference(structure.references, shape, indices) },
  };
}

function put(sources: readonly string[], indices: readonly number[], source: string): string[] {
  const all = [...sources];
  for (const index of indices) all[index] = source;
  return all;
}

/** The least evidence whose logarithm calibration takes. */
const leastEvidence = 1e-6;

/**
 * What is known of good parts once one more was seen. However odd it is, it is one of so many: it counts as no rarer, for
 * else a single gross part would make all others look harmless.
 */
function withGoodPart(tail: PredictiveTail, evidence: number): PredictiveTail {
  const rarest = predictiveValue(tail, Math.log10(tail.count + 1));
  return withObservation(tail, Math.max(leastEvidence, Math.min(rarest, evidence)));
}

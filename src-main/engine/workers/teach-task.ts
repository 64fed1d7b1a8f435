import { teachPart } from '../../detection/learn/teach-part.ts';
import type { TaughtModel } from '../../detection/learn/teach-part.ts';
import { predictiveExponent } from '../../numerics/statistics/predictive-tail.ts';
import { task } from './reply.ts';
import { detector, load } from './thread.ts';
import type { ImageFacts, SharedModel } from './thread.ts';

export interface TaughtPart extends TaughtModel {
  readonly facts: ImageFacts;
  /** The part's score under the taught model's calibration, from a comparison that had not seen it. */
  readonly heldOutScore: number;
}

/** Teaches a model one good part. */
export const teachGoodPart = task(
  async ({ path, ...shared }: SharedModel & { path: string }): Promise<TaughtPart> => {
    const { facts, grey } = await load(path);
    const measured = detector(shared).measureGood(grey);
    const taught = teachPart(shared.model, measured);
    const heldOutScore = predictiveExponent(taught.model.calibration.part, measured.evidence);
    return { facts, ...taught, heldOutScore };
  },
);

import type { DetectionModel } from '../../detection/model.ts';
import { teachPart } from '../../detection/learn/teach-part.ts';
import { partScore } from '../../detection/normal/combine.ts';
import { task } from './reply.ts';
import { detector, isColour, load } from './thread.ts';
import type { ImageFacts, SharedModel } from './thread.ts';

export interface TaughtPart {
  readonly model: DetectionModel;
  readonly facts: ImageFacts;
  /** The part's score under the taught model's calibration, from a comparison that had not seen it. */
  readonly heldOutScore: number;
}

/** Teaches a model one good part. */
export const teachGoodPart = task(
  async ({ path, ...shared }: SharedModel & { path: string }): Promise<TaughtPart> => {
    const { facts, grey } = await load(path, isColour(shared));
    const measured = detector(shared).measureGood(grey);
    const model = teachPart(shared.model, measured, facts.sha256);
    const heldOutScore = partScore(model.calibration, measured.evidence);
    return { model, facts, heldOutScore };
  },
);

import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { lightPart } from '../../detection/working-image.ts';
import type { LitPart } from '../../detection/working-image.ts';
import { load } from './thread.ts';
import type { ImageFacts } from './thread.ts';

/** A good part to learn from. */
export interface GoodPart {
  readonly facts: ImageFacts;
  /** Whether its colours are more than rounding; not asked where only brightness is inspected. */
  readonly colourful: boolean;
  /** The part at working size under normal light, as it lies, in memory that all workers see; null to read it again. */
  readonly kept: LitPart | null;
}

/** A good part at the working size of the plan, as it lies. */
export async function litPart(
  { facts, kept }: GoodPart,
  { workingSize, recipe, colour }: LookPlan,
): Promise<LitPart> {
  if (kept?.plane.width === workingSize.width && kept.plane.height === workingSize.height) return kept;
  const { grey } = await load(facts.path, colour);
  return lightPart(grey, workingSize, recipe);
}

import type { Size } from '../../../src-shared/domain/image.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { scalesThatFit, workingSize } from '../working-image.ts';
import type { ReferenceImage } from '../working-image.ts';
import { cellCount, cellGrid } from '../look/cells.ts';
import { tintChannels } from '../look/tints.ts';
import { channelCount } from '../look/channels.ts';
import { describedComponents, structureComponents, structureStep } from '../look/structure.ts';

/** How parts of a project are looked at; settled before anything is learnt. */
export interface LookPlan {
  readonly recipe: Recipe;
  readonly imageSize: Size;
  readonly workingSize: Size;
  readonly scales: number;
  /** Whether colours are compared besides brightness. */
  readonly colour: boolean;
  readonly referenceImage: ReferenceImage | null;
}

/** The size that most parts have; the first of them among equals. */
export function commonSize(sizes: readonly Size[]): Size {
  const votes = new Map<string, { size: Size; count: number }>();
  for (const size of sizes) {
    const key = `${size.width} x ${size.height}`;
    const vote = votes.get(key) ?? { size, count: 0 };
    vote.count++;
    votes.set(key, vote);
  }
  const winner = [...votes.values()].reduce((best, vote) => (vote.count > best.count ? vote : best));
  return { width: winner.size.width, height: winner.size.height };
}

/** A plan that leaves parts as they lie. @throws SparsightError 'image.too-small' */
export function planLook(imageSize: Size, recipe: Recipe, colour: boolean): LookPlan {
  const size = workingSize(imageSize, recipe);
  const scales = scalesThatFit(size, recipe);
  return { recipe, imageSize, workingSize: size, scales, colour, referenceImage: null };
}

/** Memory that the measurements of all reference parts may take together. */
const referenceBytes = 60 * 2 ** 20;
const mostReferences = 60;
/** The comparison averages over three parts, so fewer than these are no reference. */
const leastReferences = 4;

/**
 * How many good parts a model keeps for comparison.
 *
 * @param hasStructure whether their structure is kept for every cell
 */
export function referenceLimit(plan: LookPlan, hasStructure: boolean): number {
  const cells = cellCount(cellGrid(plan.workingSize, plan.recipe.patch.stride));
  const channels = channelCount(plan.scales) + (plan.colour ? tintChannels(plan.scales) : 0);
  const components = (hasStructure ? structureComponents : 0) + describedComponents / structureStep ** 2;
  const bytes = cells * (channels + components) * Float32Array.BYTES_PER_ELEMENT;
  return Math.max(leastReferences, Math.min(mostReferences, Math.floor(referenceBytes / bytes)));
}

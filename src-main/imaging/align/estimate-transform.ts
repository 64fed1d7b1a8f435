import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import { reducePlane, scaledSize } from '../normalise/reduce.ts';
import { assertSameSize } from '../quality/same-size.ts';
import { compare } from './compare.ts';
import { refineTransform } from './refine.ts';
import { identityTransform, rescale, type RigidTransform } from './rigid-transform.ts';
import { searchTransform } from './search-transform.ts';

/** Where a part lies relative to its reference, and what knowing it is worth. */
export interface Alignment {
  readonly transform: RigidTransform;
  /** Normalised correlation with the reference after moving the part onto it, in [-1, 1]. */
  readonly correlation: number;
  /** The same before. */
  readonly correlationBefore: number;
}

export interface AlignmentOptions {
  /**
   * Radians by which parts may also be turned, either way.
   * @default 0
   */
  readonly mostTurn?: number;
}

/**
 * Longest sides of the reduced copies, coarsest first: the motion is searched on the first and refined on all.
 * On the last, about 0.05 of its pixels are reached.
 */
const levelSides = [64, 128, 256];
/** No copy is narrower than this; smaller parts have too little to hold on to. */
const smallestSide = 24;

/**
 * Finds how far a part lies from its reference, in pixels of the planes given: phase correlation on a reduced copy
 * (shifts up to about a third of each side), then refinement by least squares. Independent of brightness and
 * contrast. The part is taken to lie as the reference does when nothing better is found.
 *
 * @throws RangeError when the sizes differ
 */
export function estimateTransform(reference: Plane, part: Plane, options: AlignmentOptions = {}): Alignment {
  assertSameSize(reference, part);
  const { mostTurn = 0 } = options;
  const references = reducedCopies(reference);
  const parts = reducedCopies(part);
  const finest = levelSides.length - 1;
  const unmoved = compare(references[finest]!, parts[finest]!, identityTransform).correlation;
  const asItLies = { transform: identityTransform, correlation: unmoved, correlationBefore: unmoved };
  if (Math.min(part.width, part.height) < smallestSide) return asItLies;

  let transform = searchTransform(references[0]!, parts[0]!, mostTurn);
  let correlation = unmoved;
  levelSides.forEach((_, level) => {
    const start = rescale(transform, references[Math.max(level - 1, 0)]!, references[level]!);
    ({ transform, correlation } = refineTransform(references[level]!, parts[level]!, start, mostTurn > 0));
  });
  if (correlation <= unmoved) return asItLies;
  return {
    transform: rescale(transform, references[finest]!, reference),
    correlation,
    correlationBefore: unmoved,
  };
}

/** Copies of a plane for each of `levelSides`, none larger than the plane. */
function reducedCopies(plane: Plane): Plane[] {
  const copies: Plane[] = [];
  let finer = plane;
  for (const side of levelSides.toReversed()) {
    finer = reducePlane(finer, levelSize(plane, side));
    copies.unshift(finer);
  }
  return copies;
}

function levelSize({ width, height }: Size, longestSide: number): Size {
  const factor = Math.max(longestSide / Math.max(width, height), smallestSide / Math.min(width, height));
  return scaledSize({ width, height }, Math.min(1, factor));
}

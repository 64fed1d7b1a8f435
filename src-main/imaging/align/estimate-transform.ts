import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import { phaseCorrelation } from '../../numerics/signal/phase-correlation.ts';
import { reducePlane, scaledSize } from '../normalise/reduce.ts';
import { assertSameSize } from '../quality/same-size.ts';
import { agreement } from './agreement.ts';
import { refineTransform } from './refine.ts';
import { identityTransform, rescale, type RigidTransform } from './rigid-transform.ts';
import { warpPlane } from './warp.ts';

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
   * Whether parts may also be turned, by up to three degrees either way.
   * @default false
   */
  readonly rotates?: boolean;
}

/** Longest sides of the copies on which the motion is searched, then refined: at the second, 0.02 pixels are reached. */
const searchSide = 128;
const refineSide = 512;
/** Smaller parts have too little to hold on to. */
const smallestSide = 16;
const degree = Math.PI / 180;
const searchedAngles = [0, -1, 1, -2, 2, -3, 3].map((degrees) => degrees * degree);

/**
 * Finds how far a part lies from its reference, in pixels of the planes given: phase correlation on a reduced copy
 * (shifts up to about a third of each side), then refinement by least squares. Independent of brightness and
 * contrast. The part is taken to lie as the reference does when nothing better is found.
 *
 * @throws RangeError when the sizes differ
 */
export function estimateTransform(reference: Plane, part: Plane, options: AlignmentOptions = {}): Alignment {
  assertSameSize(reference, part);
  const { rotates = false } = options;
  const fine = { reference: reduceTo(reference, refineSide), part: reduceTo(part, refineSide) };
  const unmoved = agreement(fine.reference, warpPlane(fine.part, identityTransform)).correlation;
  const asItLies = { transform: identityTransform, correlation: unmoved, correlationBefore: unmoved };
  if (Math.min(fine.reference.width, fine.reference.height) < smallestSide) return asItLies;

  const coarse = { reference: reduceTo(fine.reference, searchSide), part: reduceTo(fine.part, searchSide) };
  if (Math.min(coarse.reference.width, coarse.reference.height) < smallestSide) return asItLies;
  const searched = searchTransform(coarse.reference, coarse.part, rotates ? searchedAngles : [0]);
  const near = refineTransform(coarse.reference, coarse.part, searched, rotates).transform;
  const start = rescale(near, coarse.reference, fine.reference);
  const refined = refineTransform(fine.reference, fine.part, start, rotates);
  if (refined.correlation <= unmoved) return asItLies;
  return {
    transform: rescale(refined.transform, fine.reference, reference),
    correlation: refined.correlation,
    correlationBefore: unmoved,
  };
}

function reduceTo(plane: Plane, longestSide: number): Plane {
  const factor = Math.min(1, longestSide / Math.max(plane.width, plane.height));
  const size: Size = scaledSize(plane, factor);
  return reducePlane(plane, size);
}

/** Of the angles, the one at which the turned reference and the part correlate best, and the shift there. */
function searchTransform(reference: Plane, part: Plane, angles: readonly number[]): RigidTransform {
  let best = identityTransform;
  let bestCorrelation = -Infinity;
  for (const radians of angles) {
    const turned =
      radians === 0 ? reference : warpPlane(reference, { dx: 0, dy: 0, radians: -radians }).plane;
    const { dx, dy } = phaseCorrelation(turned, part);
    const transform = { dx, dy, radians };
    const { correlation } = agreement(reference, warpPlane(part, transform));
    if (correlation > bestCorrelation) [best, bestCorrelation] = [transform, correlation];
  }
  return best;
}

import type { Plane, Size } from '../../src-shared/domain/image.ts';
import type { Recipe } from '../../src-shared/domain/recipe.ts';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import { estimateTransform } from '../imaging/align/estimate-transform.ts';
import { identityTransform } from '../imaging/align/rigid-transform.ts';
import type { RigidTransform } from '../imaging/align/rigid-transform.ts';
import { warpPlane } from '../imaging/align/warp.ts';
import { enlargePlane } from '../imaging/normalise/enlarge.ts';
import { normaliseLighting } from '../imaging/normalise/lighting.ts';
import { reducePlane, scaledSize } from '../imaging/normalise/reduce.ts';
import { autoWorkingScale } from '../imaging/normalise/working-scale.ts';

/** A part at working size, moved onto the reference part. */
export interface MovedPart {
  /** Under normal light, moved onto the reference part. */
  readonly plane: Plane;
  /** The same before it was moved. */
  readonly unmoved: Plane;
  readonly transform: RigidTransform;
  /** 1 where the reference part's pixel was seen on this part; null when parts are not moved. */
  readonly seen: Uint8Array | null;
}

/** A part as the detector looks at it. */
export interface WorkingImage extends MovedPart {
  /** What intensities were multiplied by. */
  readonly gain: number;
}

/** The size at which parts of a size are looked at. */
export function workingSize(image: Size, recipe: Recipe): Size {
  const factor = recipe.workingScale === 'auto' ? autoWorkingScale(image) : recipe.workingScale;
  return scaledSize(image, factor);
}

/**
 * How many scales fit: the coarsest must still hold a few patches in each direction.
 *
 * @throws SparsightError 'image.too-small' when not even one does
 */
export function scalesThatFit(size: Size, { patch }: Recipe): number {
  const shortest = Math.min(size.width, size.height);
  if (shortest < patch.size) {
    throw new SparsightError({
      code: 'image.too-small',
      message: `An image of ${size.width} x ${size.height} pixels is smaller than a patch of ${patch.size} x ${patch.size}.`,
      next: 'Use larger images, a larger working scale or a smaller patch.',
    });
  }
  let scales = 1;
  while (scales < patch.scales && shortest / 2 ** scales >= 2 * patch.size) scales++;
  return scales;
}

/**
 * Brings a part to working size, under normal light, onto the reference part.
 *
 * @param reference at working size under normal light, or null to leave parts as they lie
 */
export function prepareWorkingImage(
  grey: Plane,
  size: Size,
  recipe: Recipe,
  reference: Plane | null,
): WorkingImage {
  const { plane: unmoved, gain } = normaliseLighting(toSize(grey, size), recipe.lighting);
  return { ...moveOnto(reference, unmoved), gain };
}

/**
 * Moves a part onto the reference part.
 *
 * @param unmoved   at working size under normal light
 * @param reference likewise, or null to leave parts as they lie
 */
export function moveOnto(reference: Plane | null, unmoved: Plane): MovedPart {
  if (reference === null) return { plane: unmoved, unmoved, transform: identityTransform, seen: null };
  const { transform } = estimateTransform(reference, unmoved, { rotates: true });
  const { plane, seen } = warpPlane(unmoved, transform);
  return { plane, unmoved, transform, seen };
}

function toSize(plane: Plane, size: Size): Plane {
  const reduced = reducePlane(plane, {
    width: Math.min(plane.width, size.width),
    height: Math.min(plane.height, size.height),
  });
  return enlargePlane(reduced, size);
}

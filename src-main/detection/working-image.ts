import type { Plane, Size } from '../../src-shared/domain/image.ts';
import type { Recipe } from '../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../src-shared/errors/reasoned-error.ts';
import { estimateTransform } from '../imaging/align/estimate-transform.ts';
import { identityTransform, rescale } from '../imaging/align/rigid-transform.ts';
import type { RigidTransform } from '../imaging/align/rigid-transform.ts';
import { warpPlane } from '../imaging/align/warp.ts';
import type { TintedPlane } from '../imaging/decode/tints.ts';
import { enlargePlane } from '../imaging/normalise/enlarge.ts';
import { normaliseLighting } from '../imaging/normalise/lighting.ts';
import { reducePlane, scaledSize } from '../imaging/normalise/reduce.ts';
import { autoWorkingScale } from '../imaging/normalise/working-scale.ts';
import { cellGrid } from './look/cells.ts';

/** A part at working size under normal light. */
export interface LitPart {
  readonly plane: Plane;
  /** [2] tints on the lattice of cells under the same light; none where there is no colour. */
  readonly tints: readonly Plane[];
}

/** The part that others are moved onto, at working size under normal light. */
export interface ReferenceImage extends Plane {
  /** Radians by which others may lie turned against it, either way. */
  readonly mostTurn: number;
}

/** A part moved onto the reference part. */
export interface MovedPart extends LitPart {
  /** The part before it was moved. */
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

/** Patches side by side on the coarsest scale; where there are fewer, one defect colours half the heat map. */
const fewestPatches = 4;

/**
 * How many scales fit: the coarsest must still hold a few patches in each direction.
 *
 * @throws SparsightError 'image.too-small' when not even one does
 */
export function scalesThatFit(size: Size, { patch }: Recipe): number {
  const shortest = Math.min(size.width, size.height);
  if (shortest < patch.size) {
    throw reasonedError('image.too-small', 'image.below-patch-scaled', { ...size, patch: patch.size });
  }
  let scales = 1;
  while (scales < patch.scales && shortest / 2 ** scales >= fewestPatches * patch.size) scales++;
  return scales;
}

/** Brings a part to working size, under normal light. */
export function lightPart(part: TintedPlane, size: Size, recipe: Recipe): LitPart & { gain: number } {
  const { plane, gain } = normaliseLighting(toSize(part, size), recipe.lighting);
  const { columns, rows } = cellGrid(size, recipe.patch.stride);
  const { tints = [] } = part;
  return {
    plane,
    gain,
    tints: tints.map((whole) => {
      const tint = toSize(whole, { width: columns, height: rows });
      return { ...tint, data: tint.data.map((value) => value * gain) };
    }),
  };
}

/** One step of eight bits: less colour is rounding. */
const leastColour = 1 / 255;

/** Whether a part has colour, on average over its cells. */
export function isColourful(tints: readonly Plane[]): boolean {
  return tints.some(
    ({ data }) => data.reduce((sum, tint) => sum + Math.abs(tint), 0) > leastColour * data.length,
  );
}

/**
 * Brings a part to working size, under normal light, onto the reference part.
 *
 * @param reference null to leave parts as they lie
 */
export function prepareWorkingImage(
  part: TintedPlane,
  size: Size,
  recipe: Recipe,
  reference: ReferenceImage | null,
): WorkingImage {
  const lit = lightPart(part, size, recipe);
  return { ...moveOnto(reference, lit), gain: lit.gain };
}

/**
 * Moves a part onto the reference part.
 *
 * @param reference null to leave parts as they lie
 */
export function moveOnto(reference: ReferenceImage | null, { plane: unmoved, tints }: LitPart): MovedPart {
  if (reference === null) {
    return { plane: unmoved, tints, unmoved, transform: identityTransform, seen: null };
  }
  const { transform } = estimateTransform(reference, unmoved, reference);
  const { plane, seen } = warpPlane(unmoved, transform);
  const moved = tints.map((tint) => warpPlane(tint, rescale(transform, unmoved, tint)).plane);
  return { plane, tints: moved, unmoved, transform, seen };
}

function toSize(plane: Plane, size: Size): Plane {
  const reduced = reducePlane(plane, {
    width: Math.min(plane.width, size.width),
    height: Math.min(plane.height, size.height),
  });
  return enlargePlane(reduced, size);
}

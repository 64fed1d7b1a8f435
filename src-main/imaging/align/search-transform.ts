import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import { phaseCorrelation } from '../../numerics/signal/phase-correlation.ts';
import { reducePlane, scaledSize } from '../normalise/reduce.ts';
import { compare } from './compare.ts';
import { identityTransform, pixelMotion, type RigidTransform } from './rigid-transform.ts';
import { warpPlane } from './warp.ts';

const degree = Math.PI / 180;
/** Small turns are tried as finely as this, larger ones less so: there, refinement has to close a wider gap. */
const fineStep = 1 * degree;
const fineTurn = 3 * degree;
const coarseStep = 3 * degree;
/** The many large turns are told apart on copies of this share of the side, and the most promising looked at again. */
const coarseCopy = 0.5;
const mostPromising = 5;
/**
 * A turned part must show this much of what it would show without a shift: where little of both is seen, one feature can be laid
 * upon another on any pair of parts.
 */
const leastSeen = 0.8;

/**
 * The turn, of those up to a limit, at which a reference and a part correlate best, and the shift there. It is right to within
 * one and a half degrees.
 *
 * @param reference reduced to some 64 pixels a side
 * @param part of the same size
 * @param mostTurn radians either way
 */
export function searchTransform(reference: Plane, part: Plane, mostTurn: number): RigidTransform {
  const few = anglesUpTo(Math.min(mostTurn, fineTurn), fineStep);
  if (mostTurn <= fineTurn) return best(reference, part, few).transform;
  const size = scaledSize(reference, coarseCopy);
  const [smallReference, smallPart] = [reducePlane(reference, size), reducePlane(part, size)];
  const promising = anglesUpTo(mostTurn, coarseStep)
    .filter((radians) => Math.abs(radians) > fineTurn)
    .map((radians) => ({ radians, ...best(smallReference, smallPart, [radians], 0) }))
    .filter(({ transform }) => shareLeftByShift(transform, size) >= leastSeen)
    .sort((a, b) => b.correlation - a.correlation)
    .slice(0, mostPromising)
    .map(({ radians }) => radians);
  return [best(reference, part, few), ...promising.map((radians) => best(reference, part, [radians]))]
    .filter(({ transform }, i) => i === 0 || shareLeftByShift(transform, reference) >= leastSeen)
    .reduce((a, b) => (b.correlation > a.correlation ? b : a)).transform;
}

/** 0 and, either way, whole steps up to a limit; both ways to half a turn are the same. */
function anglesUpTo(limit: number, step: number): number[] {
  const count = Math.floor(limit / step + 1e-9);
  const turns = Array.from({ length: count }, (_, i) => (i + 1) * step);
  return [0, ...turns.flatMap((turn) => (turn > Math.PI - step / 2 ? [turn] : [-turn, turn]))];
}

interface Found {
  readonly transform: RigidTransform;
  readonly correlation: number;
}

/** Of the angles, the one at which the turned reference and the part correlate best, and the shift there. */
function best(reference: Plane, part: Plane, angles: readonly number[], refinements?: number): Found {
  let found: Found = { transform: identityTransform, correlation: -Infinity };
  for (const radians of angles) {
    const turned =
      radians === 0 ? reference : warpPlane(reference, { dx: 0, dy: 0, radians: -radians }).plane;
    const { dx, dy } = phaseCorrelation(turned, part, refinements);
    const transform = { dx, dy, radians };
    const { correlation } = compare(reference, part, transform);
    if (correlation > found.correlation) found = { transform, correlation };
  }
  return found;
}

/** Of what a turned part would show of the reference without its shift, the share that it shows with it. */
function shareLeftByShift(transform: RigidTransform, size: Size): number {
  return seenShare(transform, size) / seenShare({ dx: 0, dy: 0, radians: transform.radians }, size);
}

/** Points that are asked along each side. */
const points = 24;

/** Of the reference, the share that is seen on the part. */
function seenShare(transform: RigidTransform, { width, height }: Size): number {
  const { a, b, x0, y0 } = pixelMotion(transform, { width, height });
  let seen = 0;
  for (let row = 0; row < points; row++) {
    const y = ((row + 0.5) / points) * height - 0.5;
    for (let column = 0; column < points; column++) {
      const x = ((column + 0.5) / points) * width - 0.5;
      const partX = a * x - b * y + x0;
      const partY = b * x + a * y + y0;
      if (partX >= -0.5 && partY >= -0.5 && partX <= width - 0.5 && partY <= height - 0.5) seen++;
    }
  }
  return seen / points ** 2;
}

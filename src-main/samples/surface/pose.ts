import type { Random } from '../../numerics/random/generator.ts';
import type { Point } from '../design/part-design.ts';
import type { SampleSettings } from '../settings.ts';
import { between } from './fast-normal.ts';

/** Where a part lies in its photograph: the pixel of its centre, and its rotation (clockwise, as y points down). */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
}

export function drawPose(settings: SampleSettings, random: Random): Pose {
  const shift = (settings.variation.shift * settings.size) / 400;
  const middle = (settings.size - 1) / 2;
  const angle = (between(random, -1, 1) * settings.variation.rotation * Math.PI) / 180;
  return {
    x: middle + between(random, -shift, shift),
    y: middle + between(random, -shift, shift),
    cos: Math.cos(angle),
    sin: Math.sin(angle),
  };
}

/** A rectangle of pixels; `right` and `bottom` lie just outside it. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels that a rectangle on the part may touch, cut off at the edge of the photograph. */
export function pixelBox(
  pose: Pose,
  size: number,
  centre: Point,
  halfWidth: number,
  halfHeight: number,
): PixelBox {
  const x = pose.x + pose.cos * centre.x - pose.sin * centre.y;
  const y = pose.y + pose.sin * centre.x + pose.cos * centre.y;
  const sin = Math.abs(pose.sin);
  const reachX = pose.cos * halfWidth + sin * halfHeight + 1;
  const reachY = sin * halfWidth + pose.cos * halfHeight + 1;
  const inside = (value: number) => Math.min(size, Math.max(0, value));
  return {
    left: inside(Math.floor(x - reachX)),
    top: inside(Math.floor(y - reachY)),
    right: inside(Math.ceil(x + reachX) + 1),
    bottom: inside(Math.ceil(y + reachY) + 1),
  };
}

/** Calls `visit` for every pixel of the box with its index in a plane and its place on the part, relative to `origin`. */
export function forEachPixel(
  pose: Pose,
  size: number,
  box: PixelBox,
  origin: Point,
  visit: (index: number, u: number, v: number) => void,
): void {
  for (let y = box.top; y < box.bottom; y++) {
    const dy = y - pose.y;
    for (let x = box.left; x < box.right; x++) {
      const dx = x - pose.x;
      visit(
        y * size + x,
        pose.cos * dx + pose.sin * dy - origin.x,
        -pose.sin * dx + pose.cos * dy - origin.y,
      );
    }
  }
}

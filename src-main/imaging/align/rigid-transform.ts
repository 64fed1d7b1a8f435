import type { Size } from '../../../src-shared/domain/image.ts';

/**
 * Where the content of a reference lies in a part: the reference's point at offset (x, y) from the centre of the
 * image lies at the offset turned by `radians` (from the x axis towards the y axis, clockwise on screen), plus
 * (dx, dy) pixels.
 */
export interface RigidTransform {
  readonly dx: number;
  readonly dy: number;
  readonly radians: number;
}

export const identityTransform: RigidTransform = { dx: 0, dy: 0, radians: 0 };

/** The transform that leads back. */
export function invert({ dx, dy, radians }: RigidTransform): RigidTransform {
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  return { dx: -cosine * dx - sine * dy, dy: sine * dx - cosine * dy, radians: -radians };
}

/** `first`, then `second`. */
export function compose(first: RigidTransform, second: RigidTransform): RigidTransform {
  const cosine = Math.cos(second.radians);
  const sine = Math.sin(second.radians);
  return {
    dx: cosine * first.dx - sine * first.dy + second.dx,
    dy: sine * first.dx + cosine * first.dy + second.dy,
    radians: first.radians + second.radians,
  };
}

/** The same motion on an image scaled from one size to another. */
export function rescale(transform: RigidTransform, from: Size, to: Size): RigidTransform {
  return {
    dx: (transform.dx * to.width) / from.width,
    dy: (transform.dy * to.height) / from.height,
    radians: transform.radians,
  };
}

/** A transform as an affine map of pixel coordinates: x' = a x - b y + x0, y' = b x + a y + y0. */
export interface PixelMotion {
  readonly a: number;
  readonly b: number;
  readonly x0: number;
  readonly y0: number;
}

export function pixelMotion(transform: RigidTransform, { width, height }: Size): PixelMotion {
  const a = Math.cos(transform.radians);
  const b = Math.sin(transform.radians);
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  return {
    a,
    b,
    x0: centreX - a * centreX + b * centreY + transform.dx,
    y0: centreY - b * centreX - a * centreY + transform.dy,
  };
}

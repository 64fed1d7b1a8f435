import type { Plane } from '../../../src-shared/domain/image.ts';
import { compare, type NormalEquations } from './compare.ts';
import { compose, invert, type RigidTransform } from './rigid-transform.ts';

const maxIterations = 15;
/** Pixels, at the image's corner for the rotation; smaller steps show nothing any more. */
const smallestStep = 0.01;

/**
 * Improves a transform that is right to within about two pixels, by Gauss-Newton on the squared difference
 * between the reference and the part at equal brightness and contrast: inverse compositional image alignment
 * (Baker, Matthews, "Lucas-Kanade 20 years on", IJCV 56(3), 2004). A step that makes matters worse ends it.
 *
 * @param rotates whether the angle may change
 */
export function refineTransform(
  reference: Plane,
  part: Plane,
  start: RigidTransform,
  rotates: boolean,
): { transform: RigidTransform; correlation: number } {
  const radius = Math.hypot(reference.width, reference.height) / 2;
  let transform = start;
  let found = compare(reference, part, transform);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const step = solveStep(found.normal, rotates);
    if (step === undefined) break;
    const next = compose(invert(step), transform);
    const nextFound = compare(reference, part, next);
    if (nextFound.correlation <= found.correlation) break;
    [transform, found] = [next, nextFound];
    if (Math.hypot(step.dx, step.dy) + Math.abs(step.radians) * radius < smallestStep) break;
  }
  return { transform, correlation: found.correlation };
}

/** Undefined when the image does not determine the motion, as for stripes along themselves. */
function solveStep(normal: NormalEquations, rotates: boolean): RigidTransform | undefined {
  const { xx, xy, xt, yy, yt, tt, x, y, t } = normal;
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-6 * xx * yy)) return undefined;
  const solveShift = (forX: number, forY: number) => ({
    dx: (yy * forX - xy * forY) / determinant,
    dy: (xx * forY - xy * forX) / determinant,
  });
  if (!rotates) return { ...solveShift(x, y), radians: 0 };
  // The angle by the Schur complement of the shift's block, then the shift given the angle.
  const along = solveShift(xt, yt);
  const rest = tt - xt * along.dx - yt * along.dy;
  if (!(rest > 1e-6 * tt)) return undefined;
  const radians = (t - x * along.dx - y * along.dy) / rest;
  return { ...solveShift(x - xt * radians, y - yt * radians), radians };
}

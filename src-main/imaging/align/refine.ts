import type { Plane } from '../../../src-shared/domain/image.ts';
import { agreement } from './agreement.ts';
import { compose, invert, type RigidTransform } from './rigid-transform.ts';
import { warpPlane, type WarpedPlane } from './warp.ts';

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
  let warped = warpPlane(part, transform);
  let found = agreement(reference, warped);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const normal = normalEquations(reference, warped, found);
    const step = solveStep(normal, rotates);
    if (step === undefined) break;
    const next = compose(invert(step), transform);
    const nextWarped = warpPlane(part, next);
    const nextFound = agreement(reference, nextWarped);
    if (nextFound.correlation <= found.correlation) break;
    [transform, warped, found] = [next, nextWarped, nextFound];
    if (Math.hypot(step.dx, step.dy) + Math.abs(step.radians) * radius < smallestStep) break;
  }
  return { transform, correlation: found.correlation };
}

/** Hessian (upper triangle xx, xy, xt, yy, yt, tt) and right-hand side (x, y, t) for dx, dy and the angle t. */
interface NormalEquations {
  readonly hessian: Float64Array;
  readonly right: Float64Array;
}

function normalEquations(
  { width, height, data }: Plane,
  warped: WarpedPlane,
  found: ReturnType<typeof agreement>,
): NormalEquations {
  const hessian = new Float64Array(6);
  const right = new Float64Array(3);
  const gain = found.partDeviation > 0 ? found.referenceDeviation / found.partDeviation : 1;
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (warped.seen[i] === 0) continue;
      const slopeX = (data[i + 1]! - data[i - 1]!) / 2;
      const slopeY = (data[i + width]! - data[i - width]!) / 2;
      const turn = slopeY * (x - centreX) - slopeX * (y - centreY);
      const error = (warped.plane.data[i]! - found.partMean) * gain - (data[i]! - found.referenceMean);
      hessian[0]! += slopeX * slopeX;
      hessian[1]! += slopeX * slopeY;
      hessian[2]! += slopeX * turn;
      hessian[3]! += slopeY * slopeY;
      hessian[4]! += slopeY * turn;
      hessian[5]! += turn * turn;
      right[0]! += slopeX * error;
      right[1]! += slopeY * error;
      right[2]! += turn * error;
    }
  }
  return { hessian, right };
}

/** Undefined when the image does not determine the motion, as for stripes along themselves. */
function solveStep({ hessian, right }: NormalEquations, rotates: boolean): RigidTransform | undefined {
  const [xx, xy, xt, yy, yt, tt] = hessian as unknown as [number, number, number, number, number, number];
  const [x, y, t] = right as unknown as [number, number, number];
  const plane = xx * yy - xy * xy;
  if (!(plane > 1e-6 * xx * yy)) return undefined;
  if (!rotates) return { dx: (yy * x - xy * y) / plane, dy: (xx * y - xy * x) / plane, radians: 0 };
  // The angle by Schur complement of the translation block, then the translation given the angle.
  const alongX = (yy * xt - xy * yt) / plane;
  const alongY = (xx * yt - xy * xt) / plane;
  const rest = tt - xt * alongX - yt * alongY;
  if (!(rest > 1e-6 * tt)) return undefined;
  const radians = (t - x * alongX - y * alongY) / rest;
  return {
    dx: (yy * (x - xt * radians) - xy * (y - yt * radians)) / plane,
    dy: (xx * (y - yt * radians) - xy * (x - xt * radians)) / plane,
    radians,
  };
}

import type { Plane } from '../../../src-shared/domain/image.ts';
import { invert, type RigidTransform } from './rigid-transform.ts';
import { warpPlane } from './warp.ts';

/**
 * What was found on a reference, as the part lies.
 *
 * @param transform from the reference to the part, in pixels of the plane
 * @param beyond what stands where the reference does not reach: a number, or a plane of the part
 */
export function layBack(found: Plane, transform: RigidTransform, beyond: number | Plane): Plane {
  const { plane, seen } = warpPlane(found, invert(transform));
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] === 0) plane.data[i] = typeof beyond === 'number' ? beyond : beyond.data[i]!;
  }
  return plane;
}

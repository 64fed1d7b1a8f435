import type { Size } from '../../../src-shared/domain/image.ts';
import { createRandom } from '../random/generator.ts';

export interface DeadLeavesOptions {
  readonly seed: number;
  /** Contrast of the stripes that each leaf bears, in [0, 1]. @default 0 */
  readonly stripes?: number;
  /** Smallest and largest radius of a leaf in pixels. @default 2 and half the longer side */
  readonly radii?: readonly [number, number];
}

/**
 * A picture with the statistics of natural ones, made up: discs of random places, brightness and size fall on each other
 * like leaves until nothing is left uncovered (Matheron 1968; Lee, Mumford & Huang, IJCV 41, 2001). With radii distributed
 * as r^-3 it looks alike at all scales and its amplitude spectrum falls as 1 / f. Edges are smoothed over a pixel.
 *
 * @returns [height x width], intensities in [0, 1]
 * @throws RangeError when the radii are not positive and ascending
 */
export function deadLeaves(
  { width, height }: Size,
  { seed, stripes = 0, radii = [2, Math.max(width, height) / 2] }: DeadLeavesOptions,
): Float64Array {
  const [smallest, largest] = radii;
  if (!(smallest > 0 && largest > smallest))
    throw new RangeError(`Leaves cannot have radii from ${smallest} to ${largest}.`);
  const random = createRandom(seed, 'experiments/dead-leaves');
  const image = new Float64Array(width * height);
  // Leaves are laid from the top one down: each shows where what lies above it leaves room.
  const room = new Float64Array(width * height).fill(1);
  let left = width * height;
  const most = 400 * Math.ceil((width * height) / (smallest * smallest));
  for (let leaf = 0; leaf < most && left > 0.002 * width * height; leaf++) {
    // Inverse of the distribution function of r^-3 between the radii.
    const draw = random.uniform();
    const radius = 1 / Math.sqrt(smallest ** -2 + draw * (largest ** -2 - smallest ** -2));
    const cx = random.uniform() * (width + 2 * radius) - radius;
    const cy = random.uniform() * (height + 2 * radius) - radius;
    const brightness = random.uniform();
    const turn = random.uniform() * Math.PI;
    const wavelength = 3 + 5 * random.uniform();
    const [kx, ky] = [Math.cos(turn), Math.sin(turn)].map((part) => (2 * Math.PI * part) / wavelength);
    for (
      let y = Math.max(0, Math.floor(cy - radius));
      y <= Math.min(height - 1, Math.ceil(cy + radius));
      y++
    ) {
      for (
        let x = Math.max(0, Math.floor(cx - radius));
        x <= Math.min(width - 1, Math.ceil(cx + radius));
        x++
      ) {
        const i = y * width + x;
        if (room[i] === 0) continue;
        const inside = Math.min(Math.max(radius - Math.hypot(x - cx, y - cy) + 0.5, 0), 1);
        if (inside === 0) continue;
        const value = brightness + (stripes / 2) * Math.sin(kx! * x + ky! * y);
        const shown = room[i]! * inside;
        image[i]! += shown * Math.min(Math.max(value, 0), 1);
        room[i] = inside === 1 ? 0 : room[i]! - shown;
        left -= shown;
      }
    }
  }
  for (let i = 0; i < image.length; i++) image[i]! += room[i]! / 2;
  return image;
}

import type { Random } from '../../numerics/random/generator.ts';
import { between, fastNormal, logBetween } from '../surface/fast-normal.ts';
import { forEachPixel, pixelBox } from '../surface/pose.ts';
import { type Nearest, nearestOnStrokes } from '../surface/stroke-distance.ts';
import { placeOnFace } from './defect-place.ts';
import type { SurfaceDefect } from './surface-defect.ts';

/**
 * A scratch: something hard was drawn over the face. A groove with a torn, bright or dark bottom that bends a little,
 * starts and ends softly, and skips where the pressure fell.
 */
export const scratch: SurfaceDefect = ({ maps, design, pose, footprint }, strength, random) => {
  const { size, metal, reflectance, slopeX, slopeY, grain } = maps;
  const length = logBetween(random, 28, 150) * design.unit;
  const width = between(random, 0.55, 0.8 + 0.7 * strength) * Math.max(1, design.unit);
  const path = wanderingPath(length, random);
  const centre = placeOnFace(design, 20 * design.unit, random);
  const bright = random.uniform() < 0.7;
  const tone = (bright ? 1 : -1) * (0.16 + 0.5 * strength);
  const depth = 0.12 + 0.45 * strength;
  const pressure = pressureAlong(length, random);

  const reach = 3 * width;
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  const halfWidth = (Math.max(...xs) - Math.min(...xs)) / 2;
  const halfHeight = (Math.max(...ys) - Math.min(...ys)) / 2;
  const middle = { x: Math.max(...xs) - halfWidth, y: Math.max(...ys) - halfHeight };
  const origin = { x: centre.x - middle.x, y: centre.y - middle.y };
  const find = nearestOnStrokes([path], reach);
  const nearest: Nearest = { distance: Infinity, awayX: 0, awayY: 0, arc: 0 };
  const box = pixelBox(pose, size, centre, halfWidth + reach, halfHeight + reach);
  forEachPixel(pose, size, box, origin, (i, u, v) => {
    find(u, v, nearest);
    if (nearest.distance > reach) return;
    const press = pressure(nearest.arc) * metal[i]!;
    const across = nearest.distance / width;
    const core = Math.exp(-across * across) * press;
    if (core > 0.12) footprint[i] = 1;
    slopeX[i]! += 2.2 * depth * across * core * nearest.awayX;
    slopeY[i]! += 2.2 * depth * across * core * nearest.awayY;
    reflectance[i]! *= 1 + tone * core;
    grain[i]! *= 1 - core;
  });
  return { box, length };
};

/** Corner points, a few pixels apart, of a line of this length that keeps changing its curvature a little. */
function wanderingPath(length: number, random: Random): [number, number][] {
  const steps = Math.max(8, Math.round(length / 5));
  const step = length / steps;
  let heading = between(random, 0, 2 * Math.PI);
  let bend = (between(random, -1, 1) * 0.7) / steps;
  let x = 0;
  let y = 0;
  const path: [number, number][] = [[x, y]];
  for (let i = 0; i < steps; i++) {
    bend += (fastNormal(random) * 0.12) / steps;
    heading += bend;
    x += step * Math.cos(heading);
    y += step * Math.sin(heading);
    path.push([x, y]);
  }
  return path;
}

/** How hard the tip pressed, in [0, 1], by length along the scratch: soft ends, unsteady between. */
function pressureAlong(length: number, random: Random): (arc: number) => number {
  const onset = between(random, 0.05, 0.3) * length;
  const release = between(random, 0.08, 0.45) * length;
  const tremble = Array.from({ length: 12 }, () => between(random, 0.55, 1));
  return (arc) => {
    const ramp = Math.min(1, arc / onset, (length - arc) / release);
    const place = Math.min(10.999, Math.max(0, (arc / length) * 11));
    const step = Math.floor(place);
    const steady = tremble[step]! + (tremble[step + 1]! - tremble[step]!) * (place - step);
    return Math.sqrt(Math.max(0, ramp)) * steady;
  };
}

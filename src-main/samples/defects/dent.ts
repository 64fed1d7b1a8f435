import { between, logBetween } from '../surface/fast-normal.ts';
import { forEachPixel, pixelBox } from '../surface/pose.ts';
import { placeOnFace } from './defect-place.ts';
import type { SurfaceDefect } from './surface-defect.ts';

/**
 * A dent: something blunt struck the face. A smooth hollow, dark towards the light and bright away from it, with the
 * metal that it displaced raised around it; the finish is flattened in its bottom.
 */
export const dent: SurfaceDefect = ({ maps, design, pose, footprint }, strength, random) => {
  const { size, metal, reflectance, slopeX, slopeY, grain } = maps;
  const long = logBetween(random, 6, 19) * design.unit;
  const short = long * between(random, 0.6, 1);
  const angle = between(random, 0, Math.PI);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const steepness = 0.16 + 0.62 * strength;
  const raised = between(random, 0.1, 0.3);
  const rimWidth = between(random, 0.25, 0.4);
  const skew = between(random, -0.25, 0.25);
  const centre = placeOnFace(design, long * 1.5 + 6 * design.unit, random);
  const reach = long * (1 + 2 * rimWidth);
  const box = pixelBox(pose, size, centre, reach, reach);
  forEachPixel(pose, size, box, centre, (i, u, v) => {
    const a = (cos * u + sin * v) / long;
    const b = (-sin * u + cos * v) / short;
    // The striker came in at an angle: the hollow leans to one side.
    const q = Math.sqrt(a * a + b * b) * (1 + skew * Math.sin(2 * Math.atan2(b, a) + skew));
    if (q > 1 + 2 * rimWidth) return;
    const open = metal[i]!;
    const hollow = q < 1 ? 2.6 * q * (1 - q * q) : 0;
    const rim = q > 0.8 ? Math.sin((Math.PI * (q - 0.8)) / (0.2 + 2 * rimWidth)) : 0;
    const slope = steepness * (hollow - raised * rim * rim) * open;
    const length = Math.sqrt(a * a + b * b) + 1e-6;
    const nx = (cos * a - (sin * b * long) / short) / length;
    const ny = (sin * a + (cos * b * long) / short) / length;
    const stretch = 1 / Math.hypot(nx, ny);
    slopeX[i]! += slope * nx * stretch;
    slopeY[i]! += slope * ny * stretch;
    if (q < 1) {
      const bottom = (1 - q * q) * open;
      grain[i]! *= 1 - 0.7 * bottom;
      reflectance[i]! *= 1 - (0.03 + 0.1 * strength) * bottom;
    }
    if (q < 1.1 && open > 0.3) footprint[i] = 1;
  });
  return { box, length: 2 * long };
};

import type { Random } from '../../numerics/random/generator.ts';
import { between, logBetween } from '../surface/fast-normal.ts';
import { forEachPixel, pixelBox } from '../surface/pose.ts';
import { placeOnFace } from './defect-place.ts';
import type { SurfaceDefect } from './surface-defect.ts';

/** Share of the light that a stain has to take for a person to see where it ends. */
const seen = 0.025;

/**
 * A stain: coolant or oil that dried on the face. An irregular patch that takes away light and gloss, with soft and
 * hard stretches of border, and a darker line where its edge dried.
 */
export const stain: SurfaceDefect = ({ maps, design, pose, footprint }, strength, random) => {
  const { size, metal, reflectance, grain } = maps;
  const radius = logBetween(random, 13, 38) * design.unit;
  const darkness = 0.09 + 0.3 * strength;
  const softness = between(random, 0.1, 0.3);
  const tideLine = between(random, 0, 0.7);
  const drift = between(random, 0, Math.PI);
  const squeeze = between(random, 0.6, 1);
  const coarse = smoothField(0.5, random);
  const fine = smoothField(0.17, random);
  const speckle = smoothField(0.05, random);
  const centre = placeOnFace(design, radius * 0.7, random);
  const reach = radius * 1.7;
  const cos = Math.cos(drift);
  const sin = Math.sin(drift);
  const box = pixelBox(pose, size, centre, reach, reach);
  forEachPixel(pose, size, box, centre, (i, u, v) => {
    const a = (cos * u + sin * v) / reach;
    const b = (-sin * u + cos * v) / reach / squeeze;
    if (a * a + b * b >= 1) return;
    const x = (a + 1) / 2;
    const y = (b + 1) / 2;
    const shape = 0.6 - Math.sqrt(a * a + b * b) + 0.13 * coarse(x, y) + 0.045 * fine(x, y);
    const inside = smoothStep((shape + softness / 2) / softness);
    if (inside === 0) return;
    const border = Math.exp(-((shape / (0.35 * softness + 0.03)) ** 2));
    const depth = 0.9 + 0.1 * coarse(y, x) + 0.08 * fine(y, x) + 0.05 * speckle(x, y);
    const cover = Math.max(0, inside * depth + tideLine * border * inside) * metal[i]!;
    const loss = Math.min(0.8, darkness * cover);
    reflectance[i]! *= 1 - loss;
    grain[i]! *= 1 - 0.4 * inside;
    if (loss > seen) footprint[i] = 1;
  });
  return { box, length: 2 * radius };
};

function smoothStep(t: number): number {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}

/**
 * A smooth random landscape over the unit square, about standard normal: plane waves of random direction and phase.
 *
 * @param wavelength of the typical wave, as a share of the square
 */
function smoothField(wavelength: number, random: Random): (x: number, y: number) => number {
  const waves = Array.from({ length: 8 }, () => {
    const angle = between(random, 0, 2 * Math.PI);
    const frequency = (2 * Math.PI) / (wavelength * between(random, 0.6, 1.6));
    return {
      x: frequency * Math.cos(angle),
      y: frequency * Math.sin(angle),
      phase: between(random, 0, 2 * Math.PI),
    };
  });
  return (x, y) => {
    let sum = 0;
    for (const wave of waves) sum += Math.cos(wave.x * x + wave.y * y + wave.phase);
    return sum / 2;
  };
}

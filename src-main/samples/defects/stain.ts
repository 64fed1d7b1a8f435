import type { Random } from '../../numerics/random/generator.ts';
import { between, logBetween } from '../surface/fast-normal.ts';
import { forEachPixel, pixelBox } from '../surface/pose.ts';
import { placeOnFace } from './defect-place.ts';
import type { SurfaceDefect } from './surface-defect.ts';

/**
 * A stain: coolant or oil that dried on the face. An irregular patch that takes away light and gloss, with soft and
 * hard stretches of border, and a darker line where its edge dried.
 */
export const stain: SurfaceDefect = ({ maps, design, pose, footprint }, strength, random) => {
  const { size, metal, reflectance, grain } = maps;
  const radius = logBetween(random, 13, 38) * design.unit;
  const darkness = 0.09 + 0.3 * strength;
  const softness = between(random, 0.06, 0.2);
  const tideLine = between(random, 0, 0.7);
  const drift = between(random, 0, Math.PI);
  const squeeze = between(random, 0.6, 1);
  const coarse = smoothNoise(6, random);
  const fine = smoothNoise(16, random);
  const speckle = smoothNoise(40, random);
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
    const shape = 0.62 - Math.sqrt(a * a + b * b) + 0.42 * coarse(x, y) + 0.12 * fine(x, y);
    const inside = smoothStep((shape + softness / 2) / softness);
    if (inside === 0) return;
    const border = Math.exp(-((shape / (0.35 * softness + 0.03)) ** 2));
    const depth = 0.8 + 0.25 * coarse(y, x) + 0.3 * speckle(x, y);
    const cover = Math.max(0, inside * depth + tideLine * border * inside) * metal[i]!;
    reflectance[i]! *= 1 - Math.min(0.8, darkness * cover);
    grain[i]! *= 1 - 0.4 * inside;
    if (inside > 0.3 && metal[i]! > 0.3) footprint[i] = 1;
  });
  return { box, length: 2 * radius };
};

function smoothStep(t: number): number {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}

/** Noise in [-1, 1] over the unit square: uniform values on a grid of `cells` x `cells`, joined smoothly. */
function smoothNoise(cells: number, random: Random): (x: number, y: number) => number {
  const row = cells + 1;
  const grid = Float32Array.from({ length: row * row }, () => between(random, -1, 1));
  return (x, y) => {
    const gx = Math.min(cells - 1e-3, Math.max(0, x * cells));
    const gy = Math.min(cells - 1e-3, Math.max(0, y * cells));
    const ix = Math.floor(gx);
    const iy = Math.floor(gy);
    const fx = smoothStep(gx - ix);
    const fy = smoothStep(gy - iy);
    const i = iy * row + ix;
    const top = grid[i]! + (grid[i + 1]! - grid[i]!) * fx;
    const bottom = grid[i + row]! + (grid[i + row + 1]! - grid[i + row]!) * fx;
    return top + (bottom - top) * fy;
  };
}

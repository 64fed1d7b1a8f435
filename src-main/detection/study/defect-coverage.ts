import type { Size } from '../../../src-shared/domain/image.ts';
import { createRandom } from '../../numerics/random/generator.ts';
import type { Patch, PlantedDefect } from './planted-defect.ts';

/** Pixels over which the rim of a pit fades, as a lens shows it. */
const rim = 1;
/** A scratch is this many times longer than it is wide, and never narrower than a lens can show. */
const scratchAspect = 16;
const narrowest = 1.5;

/** The pixels that a defect covers, cut off at the border of the picture. */
export function defectCoverage(defect: PlantedDefect, picture: Size): Patch {
  const reach = Math.ceil(defect.size / 2 + 2 * narrowest);
  const left = Math.max(0, Math.floor(defect.x) - reach);
  const top = Math.max(0, Math.floor(defect.y) - reach);
  const right = Math.min(picture.width, Math.ceil(defect.x) + reach + 1);
  const bottom = Math.min(picture.height, Math.ceil(defect.y) + reach + 1);
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const coverage = new Float32Array(width * height);
  const covers = profileOf(defect);
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      coverage[i] = covers(left + column - defect.x, top + row - defect.y);
    }
  }
  return { left, top, width, height, coverage };
}

/** Coverage in [0, 1] by the distance from the middle of the defect. */
function profileOf(defect: PlantedDefect): (dx: number, dy: number) => number {
  const radius = defect.size / 2;
  switch (defect.kind) {
    case 'scratch':
      return scratchProfile(defect);
    case 'stain':
      return stainProfile(defect);
    case 'pit':
    case 'blur':
    case 'missing':
      return (dx, dy) => fade(Math.hypot(dx, dy) - radius);
  }
}

/** A slightly bent line with pointed ends. */
function scratchProfile({ size, angle, seed }: PlantedDefect): (dx: number, dy: number) => number {
  const bend = 0.15 * (2 * createRandom(seed, 'study/bend').uniform() - 1);
  const [along, across] = [Math.cos(angle), Math.sin(angle)];
  const halfWidth = Math.max(narrowest, size / scratchAspect) / 2;
  return (dx, dy) => {
    const u = (dx * along + dy * across) / (size / 2);
    if (Math.abs(u) >= 1) return 0;
    const v = dy * along - dx * across - bend * (size / 2) * (u * u - 0.5);
    const taper = Math.sqrt(1 - u * u);
    return Math.min(1, taper * 2) * fade(Math.abs(v) - halfWidth * taper);
  };
}

/** A blob without a sharp rim and not quite round; its diameter is where it is half as strong. */
function stainProfile({ size, seed }: PlantedDefect): (dx: number, dy: number) => number {
  const random = createRandom(seed, 'study/outline');
  const lobes = [2, 3, 5].map((order) => ({
    order,
    depth: (0.35 / order) * random.uniform(),
    phase: 2 * Math.PI * random.uniform(),
  }));
  return (dx, dy) => {
    const direction = Math.atan2(dy, dx);
    const outline = lobes.reduce(
      (sum, { order, depth, phase }) => sum + depth * Math.cos(order * direction + phase),
      1,
    );
    const distance = Math.hypot(dx, dy) / ((size / 2) * outline);
    return Math.exp(-Math.LN2 * distance ** 4);
  };
}

/** From 1 inside to 0 outside of an edge, over the width of a rim. */
const fade = (beyond: number) => Math.min(1, Math.max(0, 0.5 - beyond / rim));

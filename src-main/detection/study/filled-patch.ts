import type { Plane } from '../../../src-shared/domain/image.ts';
import { createRandom } from '../../numerics/random/generator.ts';
import { robustScale } from '../../numerics/statistics/robust-scale.ts';
import type { Patch, PlantedDefect } from './planted-defect.ts';

/** Places on the rim from which the inside is filled. */
const rimPlaces = 48;

/**
 * A patch without what it showed: its surroundings spread smoothly over it (means of the rim, weighted by the inverse
 * square of the distance: Shepard 1968), with noise as strong as the part's own.
 *
 * @returns [height x width] of the patch
 */
export function filledPatch(plane: Plane, patch: Patch, { x, y, size, seed }: PlantedDefect): Float32Array {
  const radius = size / 2 + 1;
  const rim = Array.from({ length: rimPlaces }, (_, i) => {
    const angle = (2 * Math.PI * i) / rimPlaces;
    const place = { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    return { ...place, value: meanAround(plane, place.x, place.y) };
  });
  const noise = noiseAround(plane, patch);
  const random = createRandom(seed, 'study/noise');
  const { left, top, width, height } = patch;
  const filled = new Float32Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      let sum = 0;
      let total = 0;
      for (const place of rim) {
        const weight = 1 / ((place.x - left - column) ** 2 + (place.y - top - row) ** 2 + 0.25);
        sum += weight * place.value;
        total += weight;
      }
      filled[i] = sum / total + noise * random.normal();
    }
  }
  return filled;
}

/** Mean of 3 x 3 pixels. */
function meanAround(plane: Plane, x: number, y: number): number {
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) sum += at(plane, Math.round(x) + dx, Math.round(y) + dy);
  }
  return sum / 9;
}

/** Standard deviation of pixel noise, from second differences along rows, which slopes and edges hardly move. */
function noiseAround(plane: Plane, { left, top, width, height }: Patch): number {
  const differences: number[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [left + column, top + row];
      differences.push(at(plane, x - 1, y) - 2 * at(plane, x, y) + at(plane, x + 1, y));
    }
  }
  return differences.length === 0 ? 0 : robustScale(differences).deviation / Math.sqrt(6);
}

function at({ width, height, data }: Plane, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, x));
  const row = Math.min(height - 1, Math.max(0, y));
  return data[row * width + column]!;
}

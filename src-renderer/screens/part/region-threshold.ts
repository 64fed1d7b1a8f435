import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { NumberGrid } from '../../viewer/array-canvas.ts';
import type { Extent } from '../../viewer/viewport.ts';

/**
 * The evidence from which on a part's pixels belong to its regions: the strongest region has as many pixels as its area
 * says, so the threshold is the least evidence among that many of the largest values in its box.
 *
 * @returns null for a part without regions
 */
export function regionThreshold(
  map: NumberGrid,
  regions: readonly DefectRegion[],
  picture: Extent,
): number | null {
  const [strongest] = regions;
  if (strongest === undefined) return null;
  const stretchX = picture.width / map.width;
  const stretchY = picture.height / map.height;
  const { box, area } = strongest;
  const right = Math.min(map.width, Math.ceil((box.x + box.width) / stretchX));
  const bottom = Math.min(map.height, Math.ceil((box.y + box.height) / stretchY));
  const values: number[] = [];
  for (let y = Math.floor(box.y / stretchY); y < bottom; y++) {
    for (let x = Math.floor(box.x / stretchX); x < right; x++) values.push(map.data[y * map.width + x] ?? 0);
  }
  values.sort((a, b) => b - a);
  const pixels = Math.round(area / (stretchX * stretchY));
  return values[Math.min(values.length, Math.max(1, pixels)) - 1] ?? null;
}

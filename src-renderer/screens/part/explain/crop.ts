import type { NumberGrid } from '../../../app/read-array.ts';
import type { Area, Extent } from '../../../viewer/viewport.ts';

/**
 * The piece of a map under a box, its own pixels.
 *
 * @param box     in pixels of the picture that the map covers
 * @param picture size of that picture
 */
export function crop(map: NumberGrid, box: Area, picture: Extent): NumberGrid {
  const stretchX = picture.width / map.width;
  const stretchY = picture.height / map.height;
  const left = Math.min(map.width - 1, Math.max(0, Math.round(box.x / stretchX)));
  const top = Math.min(map.height - 1, Math.max(0, Math.round(box.y / stretchY)));
  const width = Math.max(1, Math.min(map.width - left, Math.round(box.width / stretchX)));
  const height = Math.max(1, Math.min(map.height - top, Math.round(box.height / stretchY)));
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * map.width + left;
    data.set(map.data.subarray(start, start + width), y * width);
  }
  return { width, height, data };
}

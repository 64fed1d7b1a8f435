import { contours } from 'd3-contour';
import type { NumberGrid } from './array-canvas.ts';
import type { Area, Extent, Point } from './viewport.ts';

/**
 * Where a map crosses a threshold, inside a box.
 *
 * @param box     in pixels of the picture that the map covers
 * @param picture size of that picture
 * @returns closed lines in pixels of the picture
 */
export function contourIn(map: NumberGrid, threshold: number, box: Area, picture: Extent): Point[][] {
  const stretchX = picture.width / map.width;
  const stretchY = picture.height / map.height;
  // One more pixel on each side, below the threshold, closes lines that would end at the edge of the box.
  const left = Math.floor(box.x / stretchX) - 1;
  const top = Math.floor(box.y / stretchY) - 1;
  const width = Math.ceil((box.x + box.width) / stretchX) + 1 - left;
  const height = Math.ceil((box.y + box.height) / stretchY) + 1 - top;
  const values: number[] = [];
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      const inside = x > left && x < left + width - 1 && y > top && y < top + height - 1;
      const onMap = x >= 0 && y >= 0 && x < map.width && y < map.height;
      values.push(inside && onMap ? (map.data[y * map.width + x] ?? 0) : 0);
    }
  }
  const { coordinates } = contours().size([width, height]).smooth(true).contour(values, threshold);
  return coordinates.flat().map((ring) =>
    ring.map(([x = 0, y = 0]) => ({
      x: Math.min(picture.width, Math.max(0, (x + left) * stretchX)),
      y: Math.min(picture.height, Math.max(0, (y + top) * stretchY)),
    })),
  );
}

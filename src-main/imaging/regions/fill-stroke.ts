import type { Size } from '../../../src-shared/domain/image.ts';
import type { Shape } from '../../../src-shared/domain/recipe.ts';

type Stroke = Extract<Shape, { kind: 'stroke' }>;

/**
 * Marks the pixels whose centre the brush passes over: those within half its width of the line through its points.
 *
 * @param marked row-major, `size.width` by `size.height`; set to 1 inside, left alone outside
 * @param scale  pixels of `marked` per pixel of the image that the stroke was drawn on, in x and y
 */
export function fillStroke(
  marked: Uint8Array,
  size: Size,
  { points, width }: Stroke,
  [scaleX, scaleY]: readonly [number, number],
): void {
  const radius = width / 2;
  points.forEach((from, i) => {
    // The last point has no line of its own, unless it is the only one.
    const to = points[i + 1] ?? from;
    if (i > 0 && i === points.length - 1) return;
    const first = (a: number, b: number, scale: number) =>
      Math.max(0, Math.floor((Math.min(a, b) - radius) * scale - 0.5));
    const last = (a: number, b: number, scale: number, count: number) =>
      Math.min(count - 1, Math.ceil((Math.max(a, b) + radius) * scale - 0.5));
    const right = last(from[0], to[0], scaleX, size.width);
    const bottom = last(from[1], to[1], scaleY, size.height);
    for (let row = first(from[1], to[1], scaleY); row <= bottom; row++) {
      for (let column = first(from[0], to[0], scaleX); column <= right; column++) {
        const centre = [(column + 0.5) / scaleX, (row + 0.5) / scaleY] as const;
        if (distanceToLine(centre, from, to) <= radius) marked[row * size.width + column] = 1;
      }
    }
  });
}

type Point = readonly [x: number, y: number];

/** From a point to the nearest point of the line between two others. */
function distanceToLine([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / lengthSquared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

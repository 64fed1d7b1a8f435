import type { Point } from './shape-geometry.ts';

/**
 * A drawn path with no more points than its course needs: those closer than `tolerance` to the line between their kept
 * neighbours are left out.
 *
 * Follows D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points required to represent a
 * digitized line or its caricature", Cartographica 10 (1973).
 */
export function thinStroke(points: readonly Point[], tolerance: number): Point[] {
  if (points.length <= 2) return [...points];
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const farthest = farthestFrom(points, from, to);
    if (farthest === null || farthest.distance <= tolerance) continue;
    keep[farthest.index] = 1;
    spans.push([from, farthest.index], [farthest.index, to]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

function farthestFrom(points: readonly Point[], from: number, to: number) {
  const a = points[from];
  const b = points[to];
  if (a === undefined || b === undefined) return null;
  let farthest: { index: number; distance: number } | null = null;
  for (let index = from + 1; index < to; index++) {
    const point = points[index];
    if (point === undefined) continue;
    const distance = distanceToSegment(point, a, b);
    if (farthest === null || distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

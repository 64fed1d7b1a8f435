import type { Polyline } from '../design/stroke-font.ts';

/** Pixels. */
const columnWidth = 8;

/** The place on a set of lines that is nearest to a point. */
export interface Nearest {
  /** Distance to it; Infinity beyond `reach`. */
  distance: number;
  /** Unit vector from it to the point (0, 0 on the line itself). */
  awayX: number;
  awayY: number;
  /** Length of the stroke up to it. */
  arc: number;
}

interface Segment {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
  readonly start: number;
}

/**
 * Finds the nearest place on lines for many points.
 *
 * @param reach Lines further than this do not matter.
 * @returns a function that writes its answer into `nearest`
 */
export function nearestOnStrokes(
  strokes: readonly Polyline[],
  reach: number,
): (x: number, y: number, nearest: Nearest) => void {
  const segments = strokes.flatMap(segmentsOf);
  // A point need only look at the segments of its own column, a few pixels wide.
  const left = Math.min(...segments.map(({ x, dx }) => Math.min(x, x + dx))) - reach;
  const right = Math.max(...segments.map(({ x, dx }) => Math.max(x, x + dx))) + reach;
  const columns = Array.from({ length: Math.ceil((right - left) / columnWidth) + 1 }, (_, column) => {
    const from = left + column * columnWidth - reach;
    const to = from + columnWidth + 2 * reach;
    return segments.filter(({ x, dx }) => Math.max(x, x + dx) >= from && Math.min(x, x + dx) <= to);
  });
  return (x, y, nearest) => {
    let best = reach * reach;
    nearest.distance = Infinity;
    const column = columns[Math.floor((x - left) / columnWidth)];
    if (column === undefined) return;
    for (let s = 0; s < column.length; s++) {
      const segment = column[s]!;
      const px = x - segment.x;
      const py = y - segment.y;
      const along = (px * segment.dx + py * segment.dy) / segment.length;
      if (along < -reach || along > segment.length + reach) continue;
      const place = Math.min(segment.length, Math.max(0, along)) / segment.length;
      const ax = px - place * segment.dx;
      const ay = py - place * segment.dy;
      const square = ax * ax + ay * ay;
      if (square >= best) continue;
      best = square;
      const distance = Math.sqrt(square);
      nearest.distance = distance;
      nearest.awayX = distance > 0 ? ax / distance : 0;
      nearest.awayY = distance > 0 ? ay / distance : 0;
      nearest.arc = segment.start + place * segment.length;
    }
  };
}

function segmentsOf(stroke: Polyline): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let i = 1; i < stroke.length; i++) {
    const [x, y] = stroke[i - 1]!;
    const [toX, toY] = stroke[i]!;
    const length = Math.hypot(toX - x, toY - y);
    if (length === 0) continue;
    segments.push({ x, y, dx: toX - x, dy: toY - y, length, start });
    start += length;
  }
  return segments;
}

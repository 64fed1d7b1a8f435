import type { Size } from '../../../src-shared/domain/image.ts';
import type { Recipe, Shape } from '../../../src-shared/domain/recipe.ts';
import { fillStroke } from './fill-stroke.ts';

/**
 * Marks the pixels whose centre lies within any of the shapes: 1 inside, 0 outside, row-major, `size.width` by
 * `size.height`. Polygons follow the even-odd rule and close themselves; strokes have round ends and corners;
 * parts outside the image are cut off.
 *
 * @param drawnOn size of the image that the shapes' coordinates refer to; they are scaled from it to `size`
 */
export function rasterise(shapes: readonly Shape[], size: Size, drawnOn: Size = size): Uint8Array {
  const marked = new Uint8Array(size.width * size.height);
  const scaleX = size.width / drawnOn.width;
  const scaleY = size.height / drawnOn.height;
  for (const shape of shapes) {
    if (shape.kind === 'stroke') {
      fillStroke(marked, size, shape, [scaleX, scaleY]);
      continue;
    }
    const corners = cornersOf(shape).map(([x, y]): Corner => [x * scaleX, y * scaleY]);
    fillPolygon(marked, size, corners);
  }
  return marked;
}

/**
 * Where a recipe wants a part inspected: 1 inspect, 0 ignore. No `inspect` shape means the whole image; `ignore`
 * wins over `inspect`. Sizes as for `rasterise`.
 */
export function inspectionMask(regions: Recipe['regions'], size: Size, drawnOn: Size = size): Uint8Array {
  const mask =
    regions.inspect.length === 0
      ? new Uint8Array(size.width * size.height).fill(1)
      : rasterise(regions.inspect, size, drawnOn);
  const ignored = rasterise(regions.ignore, size, drawnOn);
  for (let i = 0; i < mask.length; i++) if (ignored[i] === 1) mask[i] = 0;
  return mask;
}

type Corner = readonly [x: number, y: number];

function cornersOf(shape: Exclude<Shape, { kind: 'stroke' }>): readonly Corner[] {
  if (shape.kind === 'polygon') return shape.points;
  const { x, y, width, height } = shape;
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

function fillPolygon(marked: Uint8Array, size: Size, corners: readonly Corner[]): void {
  const ys = corners.map(([, y]) => y);
  const firstRow = Math.max(0, Math.floor(Math.min(...ys)));
  const lastRow = Math.min(size.height - 1, Math.ceil(Math.max(...ys)));
  for (let row = firstRow; row <= lastRow; row++) {
    const crossings = crossingsAt(corners, row + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const start = Math.max(0, Math.ceil(crossings[i]! - 0.5));
      const end = Math.min(size.width, Math.ceil(crossings[i + 1]! - 0.5));
      if (start < end) marked.fill(1, row * size.width + start, row * size.width + end);
    }
  }
}

/** Columns at which the outline crosses height y, ascending. An edge holds its upper end and not its lower one. */
function crossingsAt(corners: readonly Corner[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i < corners.length; i++) {
    const [x1, y1] = corners[i]!;
    const [x2, y2] = corners[(i + 1) % corners.length]!;
    if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings.sort((a, b) => a - b);
}

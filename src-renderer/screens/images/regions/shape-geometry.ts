import type { Shape } from '../../../../src-shared/domain/recipe.ts';

export type Point = [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest upright box around a shape, in pixels of the part. */
export function boxOf(shape: Shape): Box {
  if (shape.kind === 'rectangle') {
    const { x, y, width, height } = shape;
    return { x, y, width, height };
  }
  const margin = shape.kind === 'stroke' ? shape.width / 2 : 0;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const [x, y] of shape.points) {
    left = Math.min(left, x - margin);
    top = Math.min(top, y - margin);
    right = Math.max(right, x + margin);
    bottom = Math.max(bottom, y + margin);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind === 'rectangle') return { ...shape, x: shape.x + dx, y: shape.y + dy };
  return { ...shape, points: shape.points.map(([x, y]): Point => [x + dx, y + dy]) };
}

/** A polygon with one corner elsewhere. Other shapes have no corners of their own and stay as they are. */
export function cornerMoved(shape: Shape, corner: number, to: (from: Point) => Point): Shape {
  if (shape.kind !== 'polygon') return shape;
  return { ...shape, points: shape.points.map((point, i) => (i === corner ? to(point) : point)) };
}

/** The shape stretched so that its box becomes `to`. Sides never shrink below one pixel. */
export function fittedTo(shape: Shape, to: Box): Shape {
  const width = Math.max(1, to.width);
  const height = Math.max(1, to.height);
  if (shape.kind === 'rectangle') return { ...shape, x: to.x, y: to.y, width, height };
  if (shape.kind === 'stroke') return fittedStroke(shape, { ...to, width, height });
  return { ...shape, points: mapped(shape.points, boxOf(shape), { ...to, width, height }) };
}

type Stroke = Extract<Shape, { kind: 'stroke' }>;

/** A brush keeps its width; only its path is stretched. */
function fittedStroke(stroke: Stroke, to: Box): Stroke {
  const half = stroke.width / 2;
  const inner = (box: Box): Box => ({
    x: box.x + half,
    y: box.y + half,
    width: Math.max(0, box.width - stroke.width),
    height: Math.max(0, box.height - stroke.width),
  });
  return { ...stroke, points: mapped(stroke.points, inner(boxOf(stroke)), inner(to)) };
}

function mapped(points: readonly Point[], from: Box, to: Box): Point[] {
  const scaleX = from.width === 0 ? 0 : to.width / from.width;
  const scaleY = from.height === 0 ? 0 : to.height / from.height;
  return points.map(([x, y]): Point => [to.x + (x - from.x) * scaleX, to.y + (y - from.y) * scaleY]);
}

/** The box between two opposite corners, whichever they are. */
export function boxBetween([x1, y1]: Point, [x2, y2]: Point): Box {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

/** Coordinates to whole pixels: nobody means a fraction that a mouse has drawn. */
export function rounded(shape: Shape): Shape {
  if (shape.kind === 'rectangle') {
    const x = Math.round(shape.x);
    const y = Math.round(shape.y);
    return {
      ...shape,
      x,
      y,
      width: Math.max(1, Math.round(shape.x + shape.width) - x),
      height: Math.max(1, Math.round(shape.y + shape.height) - y),
    };
  }
  return { ...shape, points: shape.points.map(([x, y]): Point => [Math.round(x), Math.round(y)]) };
}

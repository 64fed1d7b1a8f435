import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import { cornerMoved, moved } from './shape-geometry.ts';
import type { Point } from './shape-geometry.ts';

/** Pixels of the part that an arrow key moves a region, and with Shift. */
const step = 1;
const largeStep = 10;

const directions: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far a key moves the selected region, or its chosen corner; null for a key that does not. */
export function nudge(key: string, large: boolean): Point | null {
  const direction = directions[key];
  const distance = large ? largeStep : step;
  return direction === undefined ? null : [direction[0] * distance, direction[1] * distance];
}

/** The region moved, or only one of its corners. */
export function nudged(shape: Shape, corner: number | null, [dx, dy]: Point): Shape {
  return corner === null ? moved(shape, dx, dy) : cornerMoved(shape, corner, ([x, y]) => [x + dx, y + dy]);
}

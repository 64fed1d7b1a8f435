import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import { boxBetween, rounded } from './shape-geometry.ts';
import type { Point } from './shape-geometry.ts';
import { thinStroke } from './thin-stroke.ts';

export type Tool = 'select' | 'rectangle' | 'polygon' | 'brush';
export const tools: readonly Tool[] = ['select', 'rectangle', 'polygon', 'brush'];

/** A shape that is being drawn, in pixels of the part. */
export type Drawing =
  | { readonly kind: 'rectangle'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'polygon'; readonly corners: readonly Point[]; readonly pointer: Point }
  | { readonly kind: 'stroke'; readonly points: readonly Point[]; readonly width: number };

/** A press begins a shape, or adds a corner to the polygon. */
export function pressed(drawing: Drawing | null, tool: Tool, at: Point, brushWidth: number): Drawing | null {
  switch (tool) {
    case 'select':
      return null;
    case 'rectangle':
      return { kind: 'rectangle', from: at, to: at };
    case 'brush':
      return { kind: 'stroke', points: [at], width: brushWidth };
    case 'polygon':
      return {
        kind: 'polygon',
        corners: drawing?.kind === 'polygon' ? [...drawing.corners, at] : [at],
        pointer: at,
      };
  }
}

export function dragged(drawing: Drawing, at: Point): Drawing {
  switch (drawing.kind) {
    case 'rectangle':
      return { ...drawing, to: at };
    case 'polygon':
      return { ...drawing, pointer: at };
    case 'stroke':
      return { ...drawing, points: [...drawing.points, at] };
  }
}

/**
 * Whether a press at a place ends a polygon: on its first corner, or once more on its last one, as a double click does.
 *
 * @param slack what counts as a single place, in pixels of the part
 */
export function closesPolygon(drawing: Drawing | null, at: Point, slack: number): boolean {
  if (drawing?.kind !== 'polygon') return false;
  return [drawing.corners[0], drawing.corners.at(-1)].some(
    (corner) => corner !== undefined && isSamePlace(corner, at, slack),
  );
}

/**
 * The finished shape; null for one that is too small to be meant.
 *
 * @param slack what counts as a single place, in pixels of the part
 */
export function finished(drawing: Drawing, slack: number): Shape | null {
  switch (drawing.kind) {
    case 'rectangle': {
      const box = boxBetween(drawing.from, drawing.to);
      return box.width <= slack || box.height <= slack ? null : rounded({ kind: 'rectangle', ...box });
    }
    case 'polygon': {
      const { corners } = drawing;
      return corners.length < 3 ? null : rounded({ kind: 'polygon', points: [...corners] });
    }
    case 'stroke':
      return rounded({
        kind: 'stroke',
        points: thinStroke(drawing.points, slack / 2),
        width: drawing.width,
      });
  }
}

function isSamePlace([ax, ay]: Point, [bx, by]: Point, slack: number): boolean {
  return Math.hypot(ax - bx, ay - by) <= slack;
}

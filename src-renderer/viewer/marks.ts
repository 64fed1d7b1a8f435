import { markColours } from './mark-colours.ts';
import type { Painter } from './painter.ts';
import { toStage } from './viewport.ts';
import type { Area, Point, Viewport } from './viewport.ts';

/** A numbered outline, in pixels of the picture. */
export interface Outline {
  readonly number: number;
  readonly chosen: boolean;
  readonly box: Area;
  /** Closed lines; the box is drawn where there are none. */
  readonly rings: readonly (readonly Point[])[];
}

const tag = { height: 17, padding: 5, font: '600 11px "Inter Variable", sans-serif', gap: 3 } as const;

export function paintOutlines(outlines: readonly Outline[]): Painter {
  // The chosen one is drawn last: nothing may lie over it.
  const order = [...outlines].sort((a, b) => Number(a.chosen) - Number(b.chosen) || b.number - a.number);
  return (context, { viewport }) => {
    for (const outline of order) {
      strokeWithEdge(context, outlinePath(outline, viewport), outline.chosen);
      paintTag(context, outline, viewport);
    }
  };
}

/** The square that is explained, or only the place while the explanation is under way. */
export function paintPlace(at: Point, box: Area | null): Painter {
  return (context, { viewport }) => {
    if (box !== null) {
      strokeWithEdge(context, boxPath(box, viewport), true, [5, 4]);
    }
    strokeWithEdge(context, crossPath(toStage(viewport, { x: at.x + 0.5, y: at.y + 0.5 }), 7, 3), true);
  };
}

/** The cursor of those who use the keyboard: always in the middle, the picture moves below it. */
export const paintCross: Painter = (context, { stage }) => {
  strokeWithEdge(context, crossPath({ x: stage.width / 2, y: stage.height / 2 }, 16, 5), false);
};

function strokeWithEdge(
  context: CanvasRenderingContext2D,
  path: Path2D,
  chosen: boolean,
  dashes: readonly number[] = [],
): void {
  context.lineJoin = 'round';
  context.strokeStyle = markColours.edge;
  context.lineWidth = chosen ? 5 : 3.5;
  context.stroke(path);
  context.strokeStyle = chosen ? markColours.chosen : markColours.line;
  context.lineWidth = chosen ? 2 : 1.5;
  context.setLineDash([...dashes]);
  context.stroke(path);
  context.setLineDash([]);
}

function outlinePath({ rings, box }: Outline, viewport: Viewport): Path2D {
  if (rings.length === 0) return boxPath(box, viewport);
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach((point, i) => {
      const { x, y } = toStage(viewport, point);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}

function boxPath(box: Area, viewport: Viewport): Path2D {
  const { x, y } = toStage(viewport, box);
  const path = new Path2D();
  path.rect(x, y, box.width * viewport.scale, box.height * viewport.scale);
  return path;
}

function crossPath({ x, y }: Point, reach: number, gap: number): Path2D {
  const path = new Path2D();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    path.moveTo(x + dx * gap, y + dy * gap);
    path.lineTo(x + dx * reach, y + dy * reach);
  }
  return path;
}

/** Where the outline reaches furthest to the upper right. */
function upperRight({ rings, box }: Outline): Point {
  const reach = ({ x, y }: Point) => x - y;
  const points = rings.flat();
  if (points.length === 0) return { x: box.x + box.width, y: box.y };
  return points.reduce((furthest, point) => (reach(point) > reach(furthest) ? point : furthest));
}

function paintTag(context: CanvasRenderingContext2D, outline: Outline, viewport: Viewport): void {
  const corner = toStage(viewport, upperRight(outline));
  const text = String(outline.number);
  context.font = tag.font;
  const width = Math.max(tag.height, context.measureText(text).width + 2 * tag.padding);
  const left = corner.x + tag.gap;
  const top = corner.y - tag.height / 2;
  context.fillStyle = outline.chosen ? markColours.chosen : markColours.edge;
  context.beginPath();
  context.roundRect(left, top, width, tag.height, tag.height / 2);
  context.fill();
  context.fillStyle = outline.chosen ? markColours.chosenText : markColours.line;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + width / 2, top + tag.height / 2 + 0.5);
}

import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import type { Painter } from '../../../viewer/painter.ts';
import { veil } from './region-colours.ts';
import type { Regions } from './region-edits.ts';

/** Darkens what is not inspected, just as the regions say: all but `inspect` where there is any, and `ignore`. */
export function paintVeil({ inspect, ignore }: Regions): Painter {
  return (context, { viewport, picture }) => {
    context.save();
    context.translate(viewport.x, viewport.y);
    context.scale(viewport.scale, viewport.scale);
    context.beginPath();
    context.rect(0, 0, picture.width, picture.height);
    context.clip();
    context.fillStyle = veil;
    context.strokeStyle = veil;
    if (inspect.length > 0) {
      context.fillRect(0, 0, picture.width, picture.height);
      context.globalCompositeOperation = 'destination-out';
      context.fillStyle = '#000';
      context.strokeStyle = '#000';
      for (const shape of inspect) cover(context, shape);
      context.globalCompositeOperation = 'source-over';
    }
    // Cut first, so that regions over each other are not darkened twice.
    for (const [operation, colour] of [
      ['destination-out', '#000'],
      ['source-over', veil],
    ] as const) {
      context.globalCompositeOperation = operation;
      context.fillStyle = colour;
      context.strokeStyle = colour;
      for (const shape of ignore) cover(context, shape);
    }
    context.restore();
  };
}

function cover(context: CanvasRenderingContext2D, shape: Shape): void {
  context.beginPath();
  if (shape.kind === 'rectangle') {
    context.fillRect(shape.x, shape.y, shape.width, shape.height);
    return;
  }
  for (const [x, y] of shape.points) context.lineTo(x, y);
  if (shape.kind === 'polygon') {
    context.closePath();
    context.fill('evenodd');
    return;
  }
  context.lineWidth = shape.width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke();
}

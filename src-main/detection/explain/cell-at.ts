import { invert, pixelMotion } from '../../imaging/align/rigid-transform.ts';
import type { DetectionModel } from '../model.ts';
import type { MovedPart } from '../working-image.ts';

/** The cell of the reference part under a pixel of the working image as the part lies. */
export function cellAt(
  { references, workingSize }: Pick<DetectionModel, 'references' | 'workingSize'>,
  { transform }: Pick<MovedPart, 'transform'>,
  pixel: { readonly x: number; readonly y: number },
): number {
  const { cells } = references;
  const { a, b, x0, y0 } = pixelMotion(invert(transform), workingSize);
  const x = a * pixel.x - b * pixel.y + x0;
  const y = b * pixel.x + a * pixel.y + y0;
  const column = Math.min(cells.columns - 1, Math.max(0, Math.floor(x / cells.edge)));
  const row = Math.min(cells.rows - 1, Math.max(0, Math.floor(y / cells.edge)));
  return row * cells.columns + column;
}

import type { Plane } from '../../../src-shared/domain/image.ts';
import { pixelMotion } from '../../imaging/align/rigid-transform.ts';
import type { DetectionModel } from '../model.ts';
import { prepareWorkingImage } from '../working-image.ts';
import { contextBox, contextSide } from './explain-place.ts';
import type { Box } from './explain-place.ts';

/**
 * What a good part shows around a cell of the reference part, in its own light.
 *
 * @returns the patch at working size, as the reference part lies, and where it is from in pixels of the part's file
 */
export function cutOut(model: DetectionModel, grey: Plane, cell: number): { box: Box; patch: Plane } {
  const { references, workingSize, recipe, referenceImage } = model;
  const { columns, edge } = references.cells;
  const { plane, transform, gain } = prepareWorkingImage(grey, workingSize, recipe, referenceImage);
  const centre = {
    x: ((cell % columns) + 0.5) * edge,
    y: (Math.floor(cell / columns) + 0.5) * edge,
  };
  const side = contextSide(model);
  const left = Math.min(plane.width - side, Math.max(0, Math.round(centre.x - side / 2)));
  const top = Math.min(plane.height - side, Math.max(0, Math.round(centre.y - side / 2)));
  const data = new Float32Array(side * side);
  for (let y = 0, i = 0; y < side; y++) {
    for (let x = 0; x < side; x++, i++) {
      data[i] = (plane.data[(top + y) * plane.width + left + x] ?? 0) / gain;
    }
  }
  const { a, b, x0, y0 } = pixelMotion(transform, workingSize);
  const place = {
    x: ((a * centre.x - b * centre.y + x0) * grey.width) / workingSize.width,
    y: ((b * centre.x + a * centre.y + y0) * grey.height) / workingSize.height,
  };
  return { box: contextBox(model, place, grey), patch: { width: side, height: side, data } };
}

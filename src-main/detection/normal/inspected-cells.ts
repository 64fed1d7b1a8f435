import { inspectionMask } from '../../imaging/regions/rasterise.ts';
import type { LookPlan } from '../learn/look-plan.ts';
import type { CellGrid } from '../look/cells.ts';

/** 1 for each cell whose centre the recipe wants inspected. */
export function inspectedCells(cells: CellGrid, { recipe, workingSize, imageSize }: LookPlan): Uint8Array {
  const mask = inspectionMask(recipe.regions, workingSize, imageSize);
  const inspected = new Uint8Array(cells.columns * cells.rows);
  for (let row = 0, cell = 0; row < cells.rows; row++) {
    const y = Math.min(workingSize.height - 1, Math.floor((row + 0.5) * cells.edge));
    for (let column = 0; column < cells.columns; column++, cell++) {
      const x = Math.min(workingSize.width - 1, Math.floor((column + 0.5) * cells.edge));
      inspected[cell] = mask[y * workingSize.width + x]!;
    }
  }
  return inspected;
}

import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { inspectionMask } from '../../imaging/regions/rasterise.ts';
import type { LookPlan } from '../learn/look-plan.ts';
import type { CellGrid } from '../look/cells.ts';

/** Fewer cells than this tell nothing about how rare anything is. */
const leastCells = 10;

/**
 * 1 for each cell whose centre the recipe wants inspected.
 *
 * @throws SparsightError 'recipe.invalid' when next to nothing is left to inspect
 */
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
  if (inspected.reduce((sum, cell) => sum + cell, 0) < leastCells) {
    throw reasonedError('recipe.invalid', 'recipe.nothing-left', {});
  }
  return inspected;
}

import type { CellGrid } from '../look/cells.ts';
import type { MovedPart } from '../working-image.ts';

/** 1 for each cell of the reference part that lies beyond the border of this part; null when none does. */
export function unseenCells(cells: CellGrid, { seen, plane }: MovedPart): Uint8Array | null {
  if (seen?.includes(0) !== true) return null;
  const unseen = new Uint8Array(cells.columns * cells.rows);
  for (let row = 0, cell = 0; row < cells.rows; row++) {
    const top = row * cells.edge;
    const bottom = Math.min(plane.height, top + cells.edge) - 1;
    for (let column = 0; column < cells.columns; column++, cell++) {
      const left = column * cells.edge;
      const right = Math.min(plane.width, left + cells.edge) - 1;
      const corners = [top, bottom].flatMap((y) => [
        seen[y * plane.width + left],
        seen[y * plane.width + right],
      ]);
      unseen[cell] = corners.includes(0) ? 1 : 0;
    }
  }
  return unseen;
}

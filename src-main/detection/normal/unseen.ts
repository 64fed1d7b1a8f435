import type { CellGrid } from '../look/cells.ts';
import type { WorkingImage } from '../working-image.ts';

/** Where a part was not photographed, nothing is known and nothing is held against it. */
export function clearUnseen(distances: Float32Array, cells: CellGrid, { seen, plane }: WorkingImage): void {
  if (seen === null) return;
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
      if (corners.includes(0)) distances[cell] = 0;
    }
  }
}

import type { Size } from '../../../src-shared/domain/image.ts';
import type { PatchGrid } from '../../numerics/patches/patch-grid.ts';

/**
 * The lattice on which evidence is gathered: squares of `edge` working pixels that cover the image. All scales are
 * brought to it, so that their indicators can be compared at one place.
 */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  /** Working pixels per cell side. */
  readonly edge: number;
}

export function cellGrid(image: Size, edge: number): CellGrid {
  return { columns: Math.ceil(image.width / edge), rows: Math.ceil(image.height / edge), edge };
}

/** Every `step`-th cell of a lattice in both directions, beginning with the first; their centres stay where they are. */
export function thinned({ columns, rows, edge }: CellGrid, step: number): CellGrid {
  return { columns: Math.ceil(columns / step), rows: Math.ceil(rows / step), edge: edge * step };
}

/** What a plane of values says at the cells of the thinned lattice. */
export function thin(cells: CellGrid, step: number, values: Float32Array): Float32Array {
  const { columns, rows } = thinned(cells, step);
  const out = new Float32Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      out[i] = values[row * step * cells.columns + column * step]!;
    }
  }
  return out;
}

/** Values of a thinned lattice brought back to the whole one: linearly between its cells, constant beyond the last. */
export function fillIn(cells: CellGrid, step: number, values: Float32Array): Float32Array {
  const { columns, rows } = thinned(cells, step);
  const out = new Float32Array(cellCount(cells));
  for (let row = 0, i = 0; row < cells.rows; row++) {
    const above = Math.floor(row / step);
    const below = Math.min(above + 1, rows - 1);
    const down = (row % step) / step;
    for (let column = 0; column < cells.columns; column++, i++) {
      const left = Math.floor(column / step);
      const right = Math.min(left + 1, columns - 1);
      const along = (column % step) / step;
      const upper = values[above * columns + left]! * (1 - along) + values[above * columns + right]! * along;
      const lower = values[below * columns + left]! * (1 - along) + values[below * columns + right]! * along;
      out[i] = upper * (1 - down) + lower * down;
    }
  }
  return out;
}

export const cellCount = ({ columns, rows }: CellGrid): number => columns * rows;

/** For each cell along one axis: the patch before its centre, and how far it lies towards the next one. */
interface Axis {
  readonly before: Int32Array;
  readonly fraction: Float32Array;
}

/** How the patches of one scale lie under the cells. */
export interface CellSampling {
  readonly x: Axis;
  readonly y: Axis;
  readonly patchColumns: number;
}

/**
 * @param reduction working pixels per pixel of the scale that the patch grid lies on
 */
export function cellSampling(cells: CellGrid, grid: PatchGrid, reduction: number): CellSampling {
  return {
    x: axis(cells.columns, cells.edge, grid.xs, grid.size, reduction),
    y: axis(cells.rows, cells.edge, grid.ys, grid.size, reduction),
    patchColumns: grid.columns,
  };
}

function axis(count: number, edge: number, starts: Int32Array, size: number, reduction: number): Axis {
  const before = new Int32Array(count);
  const fraction = new Float32Array(count);
  const centre = (patch: number) => (starts[patch]! + size / 2) * reduction;
  const last = starts.length - 1;
  let patch = 0;
  for (let cell = 0; cell < count; cell++) {
    const at = (cell + 0.5) * edge;
    while (patch < last && centre(patch + 1) <= at) patch++;
    before[cell] = patch;
    const gap = patch < last ? centre(patch + 1) - centre(patch) : 1;
    fraction[cell] = patch < last ? Math.min(1, Math.max(0, (at - centre(patch)) / gap)) : 0;
  }
  return { before, fraction };
}

/**
 * One value per patch to one value per cell, by bilinear interpolation between patch centres.
 *
 * @param patchValues [patch rows x patch columns]
 * @param out         [rows x columns] of the cells, overwritten
 */
export function sampleCells(
  { x, y, patchColumns }: CellSampling,
  patchValues: Float32Array,
  out: Float32Array,
): void {
  const columns = x.before.length;
  const lastColumn = patchColumns - 1;
  const lastRow = patchValues.length / patchColumns - 1;
  for (let row = 0, i = 0; row < y.before.length; row++) {
    const top = y.before[row]! * patchColumns;
    const bottom = Math.min(y.before[row]! + 1, lastRow) * patchColumns;
    const down = y.fraction[row]!;
    for (let column = 0; column < columns; column++, i++) {
      const left = x.before[column]!;
      const right = Math.min(left + 1, lastColumn);
      const along = x.fraction[column]!;
      const above = patchValues[top + left]! * (1 - along) + patchValues[top + right]! * along;
      const below = patchValues[bottom + left]! * (1 - along) + patchValues[bottom + right]! * along;
      out[i] = above * (1 - down) + below * down;
    }
  }
}

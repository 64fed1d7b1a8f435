/** How images are laid out in rows of equal size. Lengths in CSS pixels. */
export interface GridGeometry {
  readonly columns: number;
  readonly rows: number;
  /** Width of a cell, its gap included. */
  readonly cellWidth: number;
}

/** As many cells of at least `minimum` as fit; they share what is left over. */
export function layOut(total: number, width: number, minimum: number): GridGeometry {
  const columns = Math.max(1, Math.floor(width / minimum));
  return { columns, rows: Math.ceil(total / columns), cellWidth: width / columns };
}

export interface Step {
  readonly key: string;
  readonly total: number;
  readonly columns: number;
  /** Whole rows that are in sight at once. */
  readonly rowsInSight: number;
}

/** Where a key leads from an image in the grid; null for a key that does not move. */
export function placeAfter(place: number, step: Step): number | null {
  const { key, total, columns, rowsInSight } = step;
  const last = total - 1;
  const clamp = (target: number) => Math.max(0, Math.min(last, target));
  const column = place % columns;
  /** Past the first or last row the column is kept as far as there are images in it. */
  const byRows = (rows: number) => {
    const lastRow = Math.floor(last / columns);
    const row = Math.max(0, Math.min(lastRow, Math.floor(place / columns) + rows));
    return clamp(row * columns + column);
  };
  switch (key) {
    case 'ArrowLeft':
      return clamp(place - 1);
    case 'ArrowRight':
      return clamp(place + 1);
    case 'ArrowUp':
      return byRows(-1);
    case 'ArrowDown':
      return byRows(1);
    case 'PageUp':
      return byRows(-Math.max(1, rowsInSight));
    case 'PageDown':
      return byRows(Math.max(1, rowsInSight));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

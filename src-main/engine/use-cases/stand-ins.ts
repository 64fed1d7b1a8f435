import { thinned } from '../../detection/look/cells.ts';
import type { CellGrid } from '../../detection/look/cells.ts';
import { structureStep } from '../../detection/look/structure.ts';
import type { MeasuredPart } from '../workers/worker.ts';

/**
 * Held-out comparison needs other parts: with fewer than three, displaced copies stand in for them, each part's after all
 * parts.
 *
 * @param displace makes a copy that is so many cells further to the right
 */
export function withStandIns<Part>(
  parts: readonly Part[],
  displace: (part: Part, by: number) => Part,
): Part[] {
  if (parts.length > 2) return [...parts];
  return [...parts, ...parts.flatMap((part) => [displace(part, 2), displace(part, -2)])];
}

/** The measurements some cells further to the right, repeating the border. */
export function displaced(part: MeasuredPart, by: number): MeasuredPart {
  const shiftOn =
    ({ columns }: CellGrid, cells: number) =>
    (values: Float32Array) =>
      values.map((value, cell) => {
        const column = cell % columns;
        return values[cell - column + Math.min(columns - 1, Math.max(0, column - cells))] ?? value;
      });
  const shift = shiftOn(part.cells, by);
  return {
    ...part,
    channels: part.channels.map(shift),
    tints: part.tints?.map(shift) ?? null,
    described: part.described.map(shiftOn(thinned(part.cells, structureStep), by / structureStep)),
    structure: part.structure?.map(shift) ?? null,
  };
}

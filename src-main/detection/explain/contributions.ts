import { describeChannel } from '../look/channels.ts';
import type { Measurements } from '../look/measure.ts';
import { cellCount } from '../look/cells.ts';
import type { ReferenceParts, Unlikeness } from '../normal/reference-parts.ts';
import { nearestPatch, referenceValue } from '../normal/reference-parts.ts';

/** The cell of a reference part that a cell is most like. */
export interface NearestCell {
  readonly part: number;
  readonly cell: number;
}

export function nearestCell(references: ReferenceParts, { nearest }: Unlikeness, cell: number): NearestCell {
  const { part, dx, dy } = nearestPatch(nearest[cell]!);
  return { part, cell: cell + dy * references.cells.columns + dx };
}

/**
 * By how much a cell exceeds the good patch that it is most like, per channel, in units of how much good parts vary.
 * Where only more is evidence, less counts as nothing.
 */
export function contributions(
  references: ReferenceParts,
  { channels }: Measurements,
  unlikeness: Unlikeness,
  cell: number,
): number[] {
  const nearest = nearestCell(references, unlikeness, cell);
  const places = cellCount(references.cells);
  return channels.map((channel, c) => {
    const unit = references.steps[c * places + cell]! * stepsPerUnit;
    const difference = (channel[cell]! - referenceValue(references, nearest.part, c, nearest.cell)) / unit;
    return describeChannel(c).indicator === 'brightness' ? difference : Math.max(0, difference);
  });
}

const stepsPerUnit = 64;

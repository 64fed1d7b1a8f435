import { cellCount } from '../look/cells.ts';
import type { ReferenceParts, Unlikeness } from '../normal/reference-parts.ts';
import { nearestCell, referenceValue, stepsPerUnit } from '../normal/reference-parts.ts';

/**
 * By how much a cell exceeds the good patch that it is most like, per channel, in units of how much good parts vary.
 * Where only more is evidence, less counts as nothing.
 */
export function contributions(
  references: ReferenceParts,
  channels: readonly Float32Array[],
  unlikeness: Unlikeness,
  cell: number,
): number[] {
  const nearest = nearestCell(references, unlikeness, cell);
  const places = cellCount(references.cells);
  return channels.map((channel, c) => {
    const unit = references.steps[c * places + cell]! * stepsPerUnit;
    const difference = (channel[cell]! - referenceValue(references, c, nearest)) / unit;
    return c < references.twoSided ? difference : Math.max(0, difference);
  });
}

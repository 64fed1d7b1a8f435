import { cellCount } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';

/** Good parts that are asked; more would not change the answer. */
export const structureSample = 12;
/** Fewer parts than this say nothing about each other. */
const leastParts = 5;
/** Every so many cells is asked. */
const cellStep = 13;
/** The place must make patches this much more alike than chance, or it tells nothing about them. */
const leastExplained = 0.25;

/**
 * Whether the place on a part says what structure to expect there, as on assembled or printed parts, or not, as on plain
 * surfaces. It is asked how much nearer the nearest patch of another good part is when it is taken from the same place
 * rather than from another one.
 *
 * @param parts [parts][components][cells]
 */
export function structureFollowsPlace(cells: CellGrid, parts: readonly (readonly Float32Array[])[]): boolean {
  if (parts.length < leastParts) return false;
  const places = cellCount(cells);
  let samePlace = 0;
  let otherPlace = 0;
  for (let cell = 0; cell < places; cell += cellStep) {
    parts.forEach((part, a) => {
      let nearestSame = Infinity;
      let nearestOther = Infinity;
      parts.forEach((other, b) => {
        if (a === b) return;
        // A large prime scatters the other places over the part.
        const elsewhere = (cell * 7919 + 31 * b + 17 * a) % places;
        nearestSame = Math.min(nearestSame, distance(part, cell, other, cell));
        nearestOther = Math.min(nearestOther, distance(part, cell, other, elsewhere));
      });
      samePlace += nearestSame;
      otherPlace += nearestOther;
    });
  }
  return otherPlace > 0 && 1 - samePlace / otherPlace >= leastExplained;
}

function distance(
  a: readonly Float32Array[],
  cellA: number,
  b: readonly Float32Array[],
  cellB: number,
): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += (a[c]![cellA]! - b[c]![cellB]!) ** 2;
  return Math.sqrt(sum);
}

import type { MeasuredPart } from '../workers/worker.ts';

/** Held-out comparison needs other parts: with fewer than three, displaced copies stand in for them. */
export function withStandIns(parts: MeasuredPart[]): MeasuredPart[] {
  if (parts.length > 2) return parts;
  return [...parts, ...parts.flatMap((part) => [displaced(part, 2), displaced(part, -2)])];
}

/** The measurements some cells further to the right, repeating the border. */
function displaced(part: MeasuredPart, by: number): MeasuredPart {
  const { columns } = part.cells;
  const shift = (values: Float32Array) =>
    values.map((value, cell) => {
      const column = cell % columns;
      return values[cell - column + Math.min(columns - 1, Math.max(0, column - by))] ?? value;
    });
  return { ...part, channels: part.channels.map(shift), described: part.described?.map(shift) ?? null };
}

/**
 * The part that a reference is, or stands in for.
 *
 * @param number of the reference
 * @param known  numbers of the references that are parts themselves
 */
export function originalOf(number: number, known: readonly number[]): number {
  const parts = new Set(known);
  if (parts.has(number)) return number;
  let originals = 0;
  while (parts.has(originals)) originals++;
  return Math.floor((number - originals) / 2);
}

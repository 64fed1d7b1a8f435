import type { Plane } from '../../../../src-shared/domain/image.ts';

/** Series of equal length, one to a row. */
export function rowsAsPlane(rows: readonly Float64Array[]): Plane {
  const width = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * width);
  rows.forEach((row, i) => data.set(row, i * width));
  return { width, height: rows.length, data };
}

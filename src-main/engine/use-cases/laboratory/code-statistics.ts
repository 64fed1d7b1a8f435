import type { DenseMatrix } from '../../../numerics/linalg/dense-matrix.ts';

const bins = 41;

/** [patches] how many atoms each code takes */
export function atomsPerPatch({ rows, columns, values }: DenseMatrix): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) =>
    values
      .subarray(row * columns, (row + 1) * columns)
      .reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0),
  );
}

/** [atoms] share of the codes that each takes part in */
export function atomUse({ rows, columns, values }: DenseMatrix): Float64Array {
  const use = new Float64Array(columns);
  values.forEach((value, i) => {
    if (value !== 0) use[i % columns] = (use[i % columns] ?? 0) + 1 / rows;
  });
  return use;
}

/** Counts of the coefficients that are not 0 in equal bins over [-range, range]. */
export function activityOf({ values }: DenseMatrix): { counts: number[]; range: number } {
  const range = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    if (value === 0) continue;
    const bin = Math.min(Math.floor(((value / range + 1) / 2) * bins), bins - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { counts, range };
}

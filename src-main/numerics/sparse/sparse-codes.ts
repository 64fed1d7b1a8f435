import type { F32, I32, Kernels } from '../kernels/kernels.ts';

/** Sparse codes of up to `capacity` signals, in kernel memory. Rows beyond the coded count are untouched. */
export interface SparseCodes {
  readonly capacity: number;
  /** Most atoms that a code may use; the row length of indices and coefficients. */
  readonly nonzeros: number;
  /** [capacity x nonzeros]: atoms in the order in which they were chosen; -1 where unused. */
  readonly indices: I32;
  /** [capacity x nonzeros]: their coefficients; 0 where unused. */
  readonly coefficients: F32;
  /** [capacity]: how many atoms each code uses. */
  readonly sizes: I32;
  /** [capacity]: squared norm of what the code leaves unexplained. */
  readonly residualEnergy: F32;
}

/** Room for codes; see {@link SparseCodes}. Throws RangeError for sizes that are not positive integers. */
export function createCodes(kernels: Kernels, capacity: number, nonzeros: number): SparseCodes {
  if (!(Number.isInteger(capacity) && capacity > 0 && Number.isInteger(nonzeros) && nonzeros > 0))
    throw new RangeError(`There are no codes for ${capacity} signals with ${nonzeros} atoms each.`);
  return {
    capacity,
    nonzeros,
    indices: kernels.i32(capacity * nonzeros),
    coefficients: kernels.f32(capacity * nonzeros),
    sizes: kernels.i32(capacity),
    residualEnergy: kernels.f32(capacity),
  };
}

/** Throws RangeError when the codes have fewer than count rows. */
export function checkCodeRows(codes: SparseCodes, count: number): void {
  if (count > codes.capacity)
    throw new RangeError(`${count} signals exceed the codes' ${codes.capacity} rows.`);
}

import { innerProduct } from './vectors.ts';

/**
 * The Cholesky factor L of a Gram matrix that grows by a row at a time, as atoms join a support, and can lose any
 * of them again: what OMP and LARS solve their normal equations with.
 */
export interface ProgressiveCholesky {
  /** Present size n. */
  readonly size: number;
  /**
   * Adds one atom: `products` [at least n] are its inner products with those already in, `square` its own. Returns
   * false, and adds nothing, when it depends on them (what is left of `square` is below `dependence` times it).
   */
  append(products: Float64Array, square: number): boolean;
  /** Takes out the atom at place `at` by Givens rotations; those behind it move up. */
  remove(at: number): void;
  /** Solves L Lt x = b in place; b [at least n]. */
  solve(b: Float64Array): void;
}

/**
 * An empty factor.
 *
 * @param capacity most atoms that it can hold
 * @param dependence squared sine of the angle to the span of the others below which an atom counts as dependent
 */
export function progressiveCholesky(capacity: number, dependence = 1e-10): ProgressiveCholesky {
  const L = new Float64Array(capacity * capacity);
  let size = 0;

  function solveLower(b: Float64Array): void {
    for (let i = 0; i < size; i++)
      b[i] = (b[i]! - innerProduct(L, i * capacity, b, 0, i)) / L[i * capacity + i]!;
  }

  return {
    get size() {
      return size;
    },
    append(products, square) {
      if (size === capacity) throw new RangeError(`The factor is full with ${capacity} atoms.`);
      const row = L.subarray(size * capacity, size * capacity + size);
      row.set(products.subarray(0, size));
      solveLower(row);
      const left = square - innerProduct(row, 0, row, 0, size);
      if (!(left > dependence * square)) return false;
      L[size * capacity + size] = Math.sqrt(left);
      size++;
      return true;
    },
    remove(at) {
      for (let i = at; i < size - 1; i++)
        for (let j = 0; j <= i + 1; j++) L[i * capacity + j] = L[(i + 1) * capacity + j]!;
      size--;
      for (let j = at; j < size; j++) {
        const a = L[j * capacity + j]!;
        const b = L[j * capacity + j + 1]!;
        const radius = Math.hypot(a, b);
        const cosine = a / radius;
        const sine = b / radius;
        for (let i = j; i < size; i++) {
          const left = L[i * capacity + j]!;
          const right = L[i * capacity + j + 1]!;
          L[i * capacity + j] = cosine * left + sine * right;
          L[i * capacity + j + 1] = cosine * right - sine * left;
        }
      }
    },
    solve(b) {
      solveLower(b);
      for (let i = size - 1; i >= 0; i--) {
        const value = b[i]! / L[i * capacity + i]!;
        b[i] = value;
        for (let j = 0; j < i; j++) b[j]! -= L[i * capacity + j]! * value;
      }
    },
  };
}

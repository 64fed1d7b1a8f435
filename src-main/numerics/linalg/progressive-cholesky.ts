import { innerProduct } from './vectors.ts';

/**
 * The Cholesky factor L of a Gram matrix that grows by a row at a time, as atoms join a support, and can lose any
 * of them again: what OMP, LARS and the lasso solve their normal equations with.
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

const firstCapacity = 16;

/**
 * An empty factor.
 *
 * @param dependence squared sine of the angle to the span of the others below which an atom counts as dependent
 */
export function progressiveCholesky(dependence = 1e-10): ProgressiveCholesky {
  /** The rows of L one behind the other, row i of i + 1 numbers from place i (i + 1) / 2 on. */
  let L = new Float64Array(lengthOf(firstCapacity));
  let size = 0;
  // The rotations of a removal.
  let cosines = new Float64Array(firstCapacity);
  let sines = new Float64Array(firstCapacity);

  function makeRoom(): void {
    const earlier = L;
    L = new Float64Array(lengthOf(2 * size));
    L.set(earlier);
    cosines = new Float64Array(2 * size);
    sines = new Float64Array(2 * size);
  }

  return {
    get size() {
      return size;
    },
    append(products, square) {
      const start = lengthOf(size);
      if (start + size >= L.length) makeRoom();
      let left = square;
      for (let i = 0, row = 0; i < size; row += ++i) {
        const entry = (products[i]! - innerProduct(L, row, L, start, i)) / L[row + i]!;
        L[start + i] = entry;
        left -= entry * entry;
      }
      if (!(left > dependence * square)) return false;
      L[start + size] = Math.sqrt(left);
      size++;
      return true;
    },
    remove(at) {
      size--;
      for (let i = at, row = lengthOf(at); i < size; row += ++i) {
        // The row behind moves up: it is longer by one, and the rotations so far have gone over all but its end.
        let next = row + i + 1;
        for (let j = 0; j < at; j++) L[row + j] = L[next++]!;
        let carried = L[next++]!;
        for (let j = at; j < i; j++) {
          const [cosine, sine] = [cosines[j]!, sines[j]!];
          const right = L[next++]!;
          L[row + j] = cosine * carried + sine * right;
          carried = cosine * right - sine * carried;
        }
        const end = L[next]!;
        const radius = Math.sqrt(carried * carried + end * end);
        cosines[i] = carried / radius;
        sines[i] = end / radius;
        L[row + i] = radius;
      }
    },
    solve(b) {
      for (let i = 0, row = 0; i < size; row += ++i)
        b[i] = (b[i]! - innerProduct(L, row, b, 0, i)) / L[row + i]!;
      for (let i = size - 1, row = lengthOf(size); i >= 0; i--) {
        row -= i + 1;
        const value = b[i]! / L[row + i]!;
        b[i] = value;
        for (let j = 0; j < i; j++) b[j]! -= L[row + j]! * value;
      }
    },
  };
}

function lengthOf(rows: number): number {
  return (rows * (rows + 1)) / 2;
}

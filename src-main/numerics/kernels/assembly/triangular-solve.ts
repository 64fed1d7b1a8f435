// Systems with a Cholesky factor in double or in single precision: T is f64 or f32.

import { rowProduct, wholeVectors } from './linear-map';

/**
 * Solves L Lt x = b in place.
 *
 * @param rows [n] addresses of the rows of L below the diagonal, zeros from the diagonal on, as vectors of linear-map.ts
 * @param inverses [n] 1 over the diagonal of L
 * @param b a vector [n] with zeros beyond
 */
export function solveTriangular<T>(rows: usize, inverses: usize, n: i32, b: usize): void {
  for (let i = 0; i < n; i++) {
    const at = b + <usize>i * sizeof<T>();
    const row = <usize>load<u32>(rows + (<usize>i << 2));
    const rest = load<T>(at) - rowProduct<T>(row, b, wholeVectors<T>(i));
    store<T>(at, <T>(rest * load<T>(inverses + <usize>i * sizeof<T>())));
  }
  for (let i = n - 1; i >= 0; i--) {
    const at = b + <usize>i * sizeof<T>();
    const value = <T>(load<T>(at) * load<T>(inverses + <usize>i * sizeof<T>()));
    store<T>(at, value);
    const row = <usize>load<u32>(rows + (<usize>i << 2));
    const factor = v128.splat<T>(<T>-value);
    const bytes = wholeVectors<T>(i);
    for (let c: usize = 0; c < bytes; c += 32) {
      v128.store(b + c, v128.relaxed_madd<T>(factor, v128.load(row + c), v128.load(b + c)));
      v128.store(b + c, v128.relaxed_madd<T>(factor, v128.load(row + c, 16), v128.load(b + c, 16)), 16);
    }
  }
}

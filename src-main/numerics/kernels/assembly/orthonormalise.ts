// Gram-Schmidt in double precision, twice over: once more makes up for what cancellation lost the first time (Giraud, Langou &
// Rozloznik 2005), so that rows are orthogonal to rounding however alike they were.

import { addMultiple, innerProduct, paddedBytes } from './padded-rows';

/** Of a row whose norm falls to less than this share, nothing is left but rounding. */
const rounding: f64 = 1e-14;

/**
 * Y = Rt Q: makes rows orthonormal, one after the other; those that depend on earlier ones become 0.
 *
 * @param rows [count x length] Y, overwritten by Q; length is even
 * @param factor [count x count] R, upper triangular, overwritten
 */
export function orthonormalise(rows: usize, count: i32, length: i32, factor: usize): void {
  const bytes = paddedBytes<f64>(length);
  const factorBytes = <usize>count << 3;
  memory.fill(factor, 0, factorBytes * <usize>count);
  for (let j = 0; j < count; j++) {
    const row = rows + <usize>j * bytes;
    const column = factor + (<usize>j << 3);
    const before = innerProduct<f64>(row, row, bytes);
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < j; i++) {
        const earlier = rows + <usize>i * bytes;
        const entry = column + <usize>i * factorBytes;
        const product = innerProduct<f64>(earlier, row, bytes);
        addMultiple<f64>(row, earlier, -product, bytes);
        store<f64>(entry, load<f64>(entry) + product);
      }
    }
    const norm = sqrt<f64>(innerProduct<f64>(row, row, bytes));
    if (!(norm > rounding * sqrt<f64>(before))) {
      memory.fill(row, 0, bytes);
      continue;
    }
    store<f64>(column + <usize>j * factorBytes, norm);
    const reciprocal = f64x2.splat(1 / norm);
    for (let at: usize = 0; at < bytes; at += 16)
      v128.store(row + at, f64x2.mul(reciprocal, v128.load(row + at)));
  }
}

/**
 * Overwrites the lower band of a symmetric positive definite matrix by its Cholesky factor, in time proportional to n.
 *
 * @param band [n x (width + 1)]: the entry in row i, column i - j is `band[i * (width + 1) + j]`; entries before the
 *   first column are ignored
 * @throws RangeError when the matrix is not positive definite
 */
export function factoriseBand(band: Float64Array, n: number, width: number): void {
  const w = width + 1;
  for (let i = 0; i < n; i++) {
    for (let j = Math.min(width, i); j >= 0; j--) {
      let rest = band[i * w + j]!;
      for (let c = j + 1; c <= Math.min(width, i); c++) rest -= band[i * w + c]! * band[(i - j) * w + c - j]!;
      if (j > 0) band[i * w + j] = rest / band[(i - j) * w]!;
      else if (rest > 0) band[i * w] = Math.sqrt(rest);
      else throw new RangeError(`The matrix is not positive definite: pivot ${i} is ${rest}.`);
    }
  }
}

/** Solves L Lt x = b in place for a band that {@link factoriseBand} made. */
export function solveFactorisedBand(band: Float64Array, n: number, width: number, b: Float64Array): void {
  const w = width + 1;
  for (let i = 0; i < n; i++) {
    let rest = b[i]!;
    for (let j = 1; j <= width && j <= i; j++) rest -= band[i * w + j]! * b[i - j]!;
    b[i] = rest / band[i * w]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = b[i]!;
    for (let j = 1; j <= width && i + j < n; j++) rest -= band[(i + j) * w + j]! * b[i + j]!;
    b[i] = rest / band[i * w]!;
  }
}

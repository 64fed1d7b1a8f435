/** The least-squares polynomial of a stretch of equally spaced values. */
export interface PolynomialFit {
  /** Derivative of the order of the degree: the level, the slope per sample, or the curvature per sample squared. */
  readonly leading: number;
  /** Of `leading`, were the noise of unit variance. */
  readonly variance: number;
}

/** Rows of Legendre's polynomials on a grid: orthogonal, from degree 0 up to `degree`. */
function orthogonalBasis(length: number, degree: number): Float64Array[] {
  const basis: Float64Array[] = [];
  const middle = (length - 1) / 2;
  for (let d = 0; d <= degree; d++) {
    const row = Float64Array.from({ length }, (_, i) => (i - middle) ** d);
    for (const other of basis) {
      const share = inner(row, other) / inner(other, other);
      for (let i = 0; i < length; i++) row[i]! -= share * other[i]!;
    }
    basis.push(row);
  }
  return basis;
}

/** @param values [length > degree] */
export function fitPolynomial(values: Float64Array, degree: 0 | 1 | 2): PolynomialFit {
  const row = orthogonalBasis(values.length, degree).at(-1)!;
  const energy = inner(row, row);
  // The row leads with i^degree: its coefficient times degree! is the derivative.
  const factorial = degree === 2 ? 2 : 1;
  return { leading: (factorial * inner(values, row)) / energy, variance: factorial ** 2 / energy };
}

/** What is left of values beside their least-squares polynomial. */
export function detrended(values: Float64Array, degree: 0 | 1 | 2): Float64Array {
  const left = values.slice();
  for (const row of orthogonalBasis(values.length, degree)) {
    const share = inner(left, row) / inner(row, row);
    for (let i = 0; i < left.length; i++) left[i]! -= share * row[i]!;
  }
  return left;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

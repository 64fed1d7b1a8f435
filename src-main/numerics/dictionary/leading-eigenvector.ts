/** Steps after which a power iteration takes what it has: eigenvalues this close serve the purpose equally. */
const mostSteps = 300;
/** A direction that turns by less than this angle (in radians, about) has converged. */
const smallestTurn = 1e-7;

/**
 * Turns `vector` towards the leading eigenvector of a symmetric positive semi-definite matrix by power iteration in
 * double precision. The Rayleigh quotient never falls, so stopping early is never worse than the start.
 *
 * @param gram [n x n] row-major, of which only the diagonal and what is right of it is read
 * @param vector [n] of unit norm, overwritten by one of unit norm; unchanged when the matrix maps it to zero
 */
export function turnToLeadingEigenvector(gram: Float32Array, vector: Float64Array): void {
  const n = vector.length;
  const full = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = a; b < n; b++) full[a * n + b] = full[b * n + a] = gram[a * n + b]!;
  }
  const image = new Float64Array(n);
  for (let step = 0; step < mostSteps; step++) {
    let square = 0;
    for (let a = 0; a < n; a++) {
      let sum = 0;
      for (let b = 0, at = a * n; b < n; b++, at++) sum += full[at]! * vector[b]!;
      image[a] = sum;
      square += sum * sum;
    }
    if (!(square > 0)) return;
    const inverse = 1 / Math.sqrt(square);
    let turn = 0;
    for (let a = 0; a < n; a++) {
      const entry = image[a]! * inverse;
      turn += (entry - vector[a]!) ** 2;
      vector[a] = entry;
    }
    if (turn < smallestTurn * smallestTurn) return;
  }
}

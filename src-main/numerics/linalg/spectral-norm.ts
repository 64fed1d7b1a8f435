import type { DenseMatrix } from './dense-matrix.ts';
import { timesVector, transposeTimesVector } from './products.ts';
import { squaredNorm } from './vectors.ts';

const mostSteps = 500;
const relativeChange = 1e-10;
/** Above what a power iteration found, which is below the truth: a step by it must not overshoot. */
const safety = 1 + 1e-6;

/**
 * The largest eigenvalue of M Mt (the squared spectral norm of M) by power iteration, raised a little so that it may
 * serve as a Lipschitz constant. Deterministic.
 */
export function squaredSpectralNorm(matrix: DenseMatrix): number {
  // No symmetry of a structured matrix is likely to be orthogonal to this start.
  const v = Float64Array.from({ length: matrix.columns }, (_, i) => 1 + Math.sin(i + 1));
  const image = new Float64Array(matrix.rows);
  let found = 0;
  for (let step = 0; step < mostSteps; step++) {
    const norm = Math.sqrt(squaredNorm(v));
    if (!(norm > 0)) return 0;
    for (let i = 0; i < v.length; i++) v[i]! /= norm;
    timesVector(matrix, v, image);
    const next = squaredNorm(image);
    transposeTimesVector(matrix, image, v);
    if (Math.abs(next - found) <= relativeChange * next) return next * safety;
    found = next;
  }
  return found * safety;
}

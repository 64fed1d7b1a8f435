import { inverseWaveletTransform, waveletTransform, type Wavelet } from '../transforms/wavelet.ts';
import type { Size } from '../../../src-shared/domain/image.ts';

/** What is assumed to be sparse: the gradient, or the coefficients of a wavelet transform. */
export type ImageSparsity =
  | { readonly kind: 'total-variation' }
  | { readonly kind: 'wavelet'; readonly wavelet: Wavelet; readonly levels: number };

/** A sparse copy d of S u with its Bregman variable b (Goldstein & Osher 2009). */
export interface Splitting {
  /** St (d - b) into out. */
  adjoint(out: Float64Array): void;
  /** d and b for a new image. */
  shrink(u: Float64Array): void;
}

/** The splitting of an image in double precision; at first d and b are 0. */
export function sparseSplitting(size: Size, sparsity: ImageSparsity, threshold: number): Splitting {
  return sparsity.kind === 'total-variation'
    ? gradientSplitting(size, threshold)
    : waveletSplitting(size, sparsity, threshold);
}

/** [pixels] eigenvalues of St S in the Fourier domain, zero frequency first. */
export function sparsityEigenvalues({ width, height }: Size, { kind }: ImageSparsity): Float64Array {
  const pixels = width * height;
  if (kind === 'wavelet') return new Float64Array(pixels).fill(1);
  const twiceCosines = (length: number) =>
    Float64Array.from({ length }, (_, k) => 2 * Math.cos((2 * Math.PI * k) / length));
  const [alongX, alongY] = [twiceCosines(width), twiceCosines(height)];
  const eigenvalues = new Float64Array(pixels);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) eigenvalues[i] = 4 - alongX[x]! - alongY[y]!;
  return eigenvalues;
}

function gradientSplitting({ width, height }: Size, threshold: number): Splitting {
  const pixels = width * height;
  const bx = new Float64Array(pixels);
  const by = new Float64Array(pixels);
  const ex = new Float64Array(pixels);
  const ey = new Float64Array(pixels);
  const right = (i: number) => ((i + 1) % width === 0 ? i + 1 - width : i + 1);
  const below = (i: number) => (i + width) % pixels;
  return {
    adjoint(out) {
      for (let i = 0; i < pixels; i++) out[i] = -ex[i]! - ey[i]!;
      for (let i = 0; i < pixels; i++) {
        out[right(i)]! += ex[i]!;
        out[below(i)]! += ey[i]!;
      }
    },
    shrink(u) {
      for (let i = 0; i < pixels; i++) {
        const vx = u[right(i)]! - u[i]! + bx[i]!;
        const vy = u[below(i)]! - u[i]! + by[i]!;
        const norm = Math.sqrt(vx * vx + vy * vy);
        const kept = norm > threshold ? 1 - threshold / norm : 0;
        bx[i] = vx - kept * vx;
        by[i] = vy - kept * vy;
        ex[i] = kept * vx - bx[i]!;
        ey[i] = kept * vy - by[i]!;
      }
    },
  };
}

function waveletSplitting(
  size: Size,
  { wavelet, levels }: { wavelet: Wavelet; levels: number },
  threshold: number,
): Splitting {
  const pixels = size.width * size.height;
  const b = new Float64Array(pixels);
  const e = new Float64Array(pixels);
  const coefficients = new Float64Array(pixels);
  const isAverage = (i: number) =>
    i % size.width < size.width >> levels && Math.floor(i / size.width) < size.height >> levels;
  return {
    adjoint(out) {
      out.set(e);
      inverseWaveletTransform(out, size, wavelet, levels);
    },
    shrink(u) {
      coefficients.set(u);
      waveletTransform(coefficients, size, wavelet, levels);
      for (let i = 0; i < pixels; i++) {
        const v = coefficients[i]! + b[i]!;
        // Averages are not sparse.
        const d = isAverage(i) ? v : v - Math.max(Math.min(v, threshold), -threshold);
        b[i] = v - d;
        e[i] = d - b[i]!;
      }
    },
  };
}

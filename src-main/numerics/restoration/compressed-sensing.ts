import { inverseWaveletTransform, waveletTransform, type Wavelet } from '../transforms/wavelet.ts';
import type { Size } from '../../../src-shared/domain/image.ts';
import { imageOfSpectrum, unitarySpectrum, type PartialFourier } from './partial-fourier.ts';

/** What is assumed to be sparse: the gradient, or the coefficients of a wavelet transform. */
export type ImageSparsity =
  | { readonly kind: 'total-variation' }
  | { readonly kind: 'wavelet'; readonly wavelet: Wavelet; readonly levels: number };

export interface CompressedSensingOptions {
  readonly sparsity: ImageSparsity;
  /** Weight of the sparsity against the misfit of the measured coefficients, in the unit of the image. @default 0.01 */
  readonly penalty?: number;
  /** Times that what the measured coefficients miss is added back; 1 for noisy ones. @default 10 */
  readonly rounds?: number;
  /** Split Bregman steps per round. @default 20 */
  readonly steps?: number;
}

/**
 * Weight of agreement between the sparse copy and what it is a copy of, over the penalty: changes the speed alone, and
 * suits intensities in [0, 1].
 */
const coupling = 10;

/**
 * Reconstruction of a real image from some of its Fourier coefficients (Lustig, Donoho & Pauly 2007; Candes, Romberg & Tao
 * 2006): least 1/2 |M F u - b|^2 + lambda |S u|_1 by split Bregman (Goldstein & Osher 2009, section 4), where each linear
 * system is diagonal in the Fourier domain. With several rounds the misfit is added back to b, and the measured
 * coefficients come out as they were measured.
 *
 * @param out u [height x width], overwritten
 * @throws RangeError when shapes do not fit
 */
export function reconstructFromFourier(
  measured: PartialFourier,
  { sparsity, penalty = 0.01, rounds = 10, steps = 20 }: CompressedSensingOptions,
  out: Float64Array,
): void {
  const { size, mask } = measured;
  const pixels = size.width * size.height;
  if (out.length !== pixels || mask.length !== pixels)
    throw new RangeError(`${out.length} values are no plane of ${size.width} x ${size.height}.`);
  const gamma = coupling * penalty;
  const splitting =
    sparsity.kind === 'total-variation'
      ? gradientSplitting(size, penalty / gamma)
      : waveletSplitting(size, sparsity, penalty / gamma);
  const weights = symmetricMask(mask, size);
  const wanted = measured.spectrum.values.slice();
  const adjoint = new Float64Array(pixels);
  const right = new Float64Array(pixels);
  out.fill(0);
  for (let round = 0; round < rounds; round++) {
    imageOfSpectrum({ ...size, values: wanted.slice() }, adjoint);
    for (let step = 0; step < steps; step++) {
      splitting.adjoint(right);
      for (let i = 0; i < pixels; i++) right[i] = adjoint[i]! + gamma * right[i]!;
      const spectrum = unitarySpectrum(right, size);
      for (let i = 0; i < pixels; i++) {
        const inverse = 1 / (weights[i]! + gamma * splitting.eigenvalues[i]! || 1);
        spectrum.values[2 * i]! *= inverse;
        spectrum.values[2 * i + 1]! *= inverse;
      }
      imageOfSpectrum(spectrum, out);
      splitting.shrink(out);
    }
    if (round === rounds - 1) break;
    const now = unitarySpectrum(out, size).values;
    const { values: b } = measured.spectrum;
    for (let i = 0; i < pixels; i++) {
      if (mask[i] === 0) continue;
      wanted[2 * i]! += b[2 * i]! - now[2 * i]!;
      wanted[2 * i + 1]! += b[2 * i + 1]! - now[2 * i + 1]!;
    }
  }
}

/** A sparse copy d of S u with its Bregman variable b. */
interface Splitting {
  /** [pixels] eigenvalues of St S in the Fourier domain. */
  readonly eigenvalues: Float64Array;
  /** St (d - b) into out. */
  adjoint(out: Float64Array): void;
  /** d and b for a new image. */
  shrink(u: Float64Array): void;
}

/** A real image sees the mean of the mask at a frequency and its mirror image. */
function symmetricMask(mask: Uint8Array, { width, height }: Size): Float64Array {
  return Float64Array.from(mask, (value, i) => {
    const mirror = ((height - Math.floor(i / width)) % height) * width + ((width - (i % width)) % width);
    return (value + mask[mirror]!) / 2;
  });
}

function gradientSplitting({ width, height }: Size, threshold: number): Splitting {
  const pixels = width * height;
  const bx = new Float64Array(pixels);
  const by = new Float64Array(pixels);
  const ex = new Float64Array(pixels);
  const ey = new Float64Array(pixels);
  const eigenvalues = Float64Array.from({ length: pixels }, (_, i) => {
    const wx = (2 * Math.PI * (i % width)) / width;
    const wy = (2 * Math.PI * Math.floor(i / width)) / height;
    return 4 - 2 * Math.cos(wx) - 2 * Math.cos(wy);
  });
  const right = (i: number) => ((i + 1) % width === 0 ? i + 1 - width : i + 1);
  const below = (i: number) => (i + width) % pixels;
  return {
    eigenvalues,
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
    eigenvalues: new Float64Array(pixels).fill(1),
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

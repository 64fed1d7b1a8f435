import type { Size } from '../../../src-shared/domain/image.ts';
import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { waveletByKernels } from './wavelet-kernels.ts';

/** Orthogonal wavelets: Haar's steps, and Daubechies' with two vanishing moments (four taps). */
export type Wavelet = 'haar' | 'daubechies4';

const r3 = Math.sqrt(3);
/** h: the taps of the averages. */
export const scalingFilters: Record<Wavelet, readonly number[]> = {
  haar: [Math.SQRT1_2, Math.SQRT1_2],
  daubechies4: [1 + r3, 3 + r3, 3 - r3, 1 - r3].map((tap) => tap / (4 * Math.SQRT2)),
};

/**
 * The orthogonal wavelet transform of a plane (Mallat 1989; Daubechies 1988), periodic at its borders, in place: after
 * each level the quarter of averages lies at the top left, details to its right and below. It keeps the Euclidean norm.
 *
 * @param plane [height x width], both sides divisible by 2^levels
 * @param kernels with them it is done in WebAssembly, in the precision of the options
 * @throws RangeError when the sides cannot be halved so often
 */
export function waveletTransform(
  plane: Float64Array,
  size: Size,
  wavelet: Wavelet,
  levels: number,
  { precision = 'double' }: KernelOptions = {},
  kernels?: Kernels,
): void {
  checkLevels(plane, size, levels);
  const taps = scalingFilters[wavelet];
  if (kernels) {
    waveletByKernels(kernels, plane, size, taps, levels, 'forward', precision);
    return;
  }
  for (let level = 0; level < levels; level++)
    forLines(plane, size, level, ['rows', 'columns'], (line, out) => analyse(line, taps, out));
}

/** Undoes {@link waveletTransform}, in place. */
export function inverseWaveletTransform(
  plane: Float64Array,
  size: Size,
  wavelet: Wavelet,
  levels: number,
  { precision = 'double' }: KernelOptions = {},
  kernels?: Kernels,
): void {
  checkLevels(plane, size, levels);
  const taps = scalingFilters[wavelet];
  if (kernels) {
    waveletByKernels(kernels, plane, size, taps, levels, 'backward', precision);
    return;
  }
  for (let level = levels - 1; level >= 0; level--)
    forLines(plane, size, level, ['columns', 'rows'], (line, out) => synthesise(line, taps, out));
}

/** Throws RangeError when this is no plane, or its sides cannot be halved so often. */
export function checkLevels(plane: Float64Array, { width, height }: Size, levels: number): void {
  if (plane.length !== width * height)
    throw new RangeError(`${plane.length} values are no plane of ${width} x ${height}.`);
  if (!(Number.isInteger(levels) && levels >= 0 && width % 2 ** levels === 0 && height % 2 ** levels === 0))
    throw new RangeError(`A plane of ${width} x ${height} cannot be halved ${levels} times.`);
}

function forLines(
  plane: Float64Array,
  { width, height }: Size,
  level: number,
  order: readonly ('rows' | 'columns')[],
  work: (line: Float64Array, out: Float64Array) => void,
): void {
  const across = width >> level;
  const down = height >> level;
  for (const direction of order) {
    const [lines, length, next, stride] =
      direction === 'rows' ? [down, across, width, 1] : [across, down, 1, width];
    const line = new Float64Array(length);
    const out = new Float64Array(length);
    for (let l = 0; l < lines; l++) {
      for (let i = 0; i < length; i++) line[i] = plane[l * next + i * stride]!;
      work(line, out);
      for (let i = 0; i < length; i++) plane[l * next + i * stride] = out[i]!;
    }
  }
}

/** Averages h into the first half, details g[j] = (-1)^j h[taps - 1 - j] into the second. */
function analyse(line: Float64Array, h: readonly number[], out: Float64Array): void {
  const half = line.length / 2;
  const offset = centring(line, h);
  for (let k = 0; k < half; k++) {
    let average = 0;
    let detail = 0;
    for (let j = 0; j < h.length; j++) {
      const value = line[(2 * k + j + offset) % line.length]!;
      average += h[j]! * value;
      detail += (j % 2 === 0 ? 1 : -1) * h[h.length - 1 - j]! * value;
    }
    out[k] = average;
    out[half + k] = detail;
  }
}

/** The transpose of {@link analyse}, which is its inverse. */
function synthesise(line: Float64Array, h: readonly number[], out: Float64Array): void {
  const half = line.length / 2;
  const offset = centring(line, h);
  out.fill(0);
  for (let k = 0; k < half; k++) {
    for (let j = 0; j < h.length; j++) {
      const g = (j % 2 === 0 ? 1 : -1) * h[h.length - 1 - j]!;
      out[(2 * k + j + offset) % line.length]! += h[j]! * line[k]! + g * line[half + k]!;
    }
  }
}

/** Sets the filter's middle upon each pair, so that a plane does not wander to one side from level to level. */
function centring(line: Float64Array, h: readonly number[]): number {
  return line.length - (h.length / 2 - 1);
}

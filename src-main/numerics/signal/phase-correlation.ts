import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import { paddedLength, transform2d, type Spectrum } from './fourier-2d.ts';

/** How far one plane's content lies from another's. */
export interface Translation {
  /** Pixels to the right, with a fraction. */
  readonly dx: number;
  /** Pixels down, with a fraction. */
  readonly dy: number;
  /** Height of the correlation peak: 1 for a pure translation of equal content, near 0 for unrelated planes. */
  readonly response: number;
}

/**
 * Standard deviation in pixels of the Gaussian that the correlation peak is given: it damps the highest
 * frequencies, which hold noise, and its logarithm is a parabola, so that three samples locate it exactly.
 */
const peakSigma = 1;

/**
 * The translation that carries the content of `reference` to that of `moved`, i.e. moved(x, y) is about
 * reference(x - dx, y - dy), by phase correlation (Kuglin, Hines 1975) of the mean-free, Hann-windowed planes.
 * Shifts up to about a third of each side are found; the sub-pixel part is good to about a tenth of a pixel.
 * Double precision; meant for small planes off the hot path.
 *
 * A plane without content gives no shift and response 0.
 *
 * @throws RangeError when the planes differ in size or are smaller than 4 x 4
 */
export function phaseCorrelation(reference: Plane, moved: Plane): Translation {
  checkSizes(reference, moved);
  const a = windowedSpectrum(reference);
  const b = windowedSpectrum(moved);
  const total = crossPhases(a, b);
  if (total === 0) return { dx: 0, dy: 0, response: 0 };
  transform2d(a, 'inverse');
  return locatePeak(a, total);
}

function checkSizes(reference: Plane, moved: Plane): void {
  if (reference.width !== moved.width || reference.height !== moved.height)
    throw new RangeError(
      `Planes of ${reference.width} x ${reference.height} and ${moved.width} x ${moved.height} cannot be aligned.`,
    );
  if (reference.width < 4 || reference.height < 4)
    throw new RangeError(`Planes of ${reference.width} x ${reference.height} are too small to be aligned.`);
}

function windowedSpectrum({ width, height, data }: Plane): Spectrum {
  const padded: Size = { width: paddedLength(width), height: paddedLength(height) };
  const spectrum = { ...padded, values: new Float64Array(2 * padded.width * padded.height) };
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const windowX = hannWindow(width);
  const windowY = hannWindow(height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      spectrum.values[2 * (y * padded.width + x)] = (data[y * width + x]! - mean) * windowX[x]! * windowY[y]!;
  transform2d(spectrum, 'forward');
  return spectrum;
}

function hannWindow(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / length) ** 2);
}

/** Replaces a by conj(a) b / |a b|, weighted by the peak's spectrum; returns the sum of the weights. */
function crossPhases(a: Spectrum, b: Spectrum): number {
  let total = 0;
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      const i = 2 * (y * a.width + x);
      const real = a.values[i]! * b.values[i]! + a.values[i + 1]! * b.values[i + 1]!;
      const imaginary = a.values[i]! * b.values[i + 1]! - a.values[i + 1]! * b.values[i]!;
      const magnitude = Math.hypot(real, imaginary);
      const weight = peakSpectrum(x, a.width) * peakSpectrum(y, a.height);
      if (magnitude > 0) total += weight;
      a.values[i] = magnitude > 0 ? (weight * real) / magnitude : 0;
      a.values[i + 1] = magnitude > 0 ? (weight * imaginary) / magnitude : 0;
    }
  }
  return total;
}

function peakSpectrum(frequency: number, length: number): number {
  const omega = (2 * Math.PI * wrap(frequency, length)) / length;
  return Math.exp(-((peakSigma * omega) ** 2) / 2);
}

function locatePeak(correlation: Spectrum, total: number): Translation {
  const { width, height, values } = correlation;
  let peak = 0;
  for (let i = 1; i < width * height; i += 1) if (values[2 * i]! > values[2 * peak]!) peak = i;
  const x = peak % width;
  const y = Math.floor(peak / width);
  const at = (column: number, row: number): number =>
    values[2 * (((row + height) % height) * width + ((column + width) % width))]!;
  return {
    dx: wrap(x + gaussianVertex(at(x - 1, y), at(x, y), at(x + 1, y)), width),
    dy: wrap(y + gaussianVertex(at(x, y - 1), at(x, y), at(x, y + 1)), height),
    response: (at(x, y) * width * height) / total,
  };
}

/** Where between its neighbours a Gaussian has its peak: the vertex of the parabola through the logarithms. */
function gaussianVertex(before: number, peak: number, after: number): number {
  if (before <= 0 || after <= 0) return 0;
  const left = Math.log(before / peak);
  const right = Math.log(after / peak);
  return left + right < 0 ? (0.5 * (left - right)) / (left + right) : 0;
}

/** A cyclic coordinate as a signed one, in -length / 2 .. length / 2. */
function wrap(coordinate: number, length: number): number {
  return coordinate > length / 2 ? coordinate - length : coordinate;
}

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
 * Standard deviation in pixels of the Gaussian low-pass on the correlation peak: it damps the highest
 * frequencies, which hold noise, and makes the peak's logarithm nearly a parabola, so that three samples locate it.
 */
const peakSigma = 1;
/**
 * Frequencies far weaker than this part of the strongest keep less than their full say: they hold sensor noise
 * and what the window leaks, not content. Without it smooth surfaces are not found.
 */
const weakest = 0.05;
/** Cross-spectrum per pixel below which a plane is flat but for rounding. */
const smallestContent = 1e-14;

/**
 * The translation that carries the content of `reference` to that of `moved`, i.e. moved(x, y) is about
 * reference(x - dx, y - dy), by phase correlation (Kuglin, Hines 1975) of the mean-free, Hann-windowed planes.
 * The estimate is repeated on the part that both planes show, where the windows lie on the same content; that
 * makes the sub-pixel part good to 0.05 pixels as a rule and to 0.25 on content of few frequencies. Shifts up to about a third of each side are found.
 * Double precision; meant for small planes off the hot path.
 *
 * A plane without content gives no shift and response 0. Content that looks alike all along one direction
 * (stripes, brushed metal) leaves the shift along it open.
 *
 * @param refinements how often the estimate is repeated
 * @throws RangeError when the planes differ in size or are smaller than 8 x 8
 */
export function phaseCorrelation(reference: Plane, moved: Plane, refinements = 2): Translation {
  checkSizes(reference, moved);
  let found = correlate(reference, moved, 0, 0);
  for (let i = 0; i < refinements; i += 1) {
    const dx = Math.round(found.dx);
    const dy = Math.round(found.dy);
    if (2 * Math.abs(dx) > reference.width || 2 * Math.abs(dy) > reference.height) return found;
    const [x, y] = [found.dx - dx, found.dy - dy];
    const rest = correlate(overlap(reference, -dx, -dy), overlap(moved, dx, dy), x, y);
    found = { dx: dx + rest.dx, dy: dy + rest.dy, response: rest.response };
  }
  return found;
}

/** The windows are set apart by the shift expected (x, y), a fraction of a pixel, to lie on the same content. */
function correlate(reference: Plane, moved: Plane, x: number, y: number): Translation {
  const a = windowedSpectrum(reference, -x / 2, -y / 2);
  const b = windowedSpectrum(moved, x / 2, y / 2);
  const total = crossPhases(a, b);
  if (total === 0) return { dx: 0, dy: 0, response: 0 };
  transform2d(a, 'inverse');
  return locatePeak(a, total);
}

/** The part of a plane that still shows content of another, which lies (dx, dy) before it. */
function overlap({ width, height, data }: Plane, dx: number, dy: number): Plane {
  const left = Math.max(dx, 0);
  const top = Math.max(dy, 0);
  const size = { width: width - Math.abs(dx), height: height - Math.abs(dy) };
  const part = new Float32Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    const start = (top + y) * width + left;
    part.set(data.subarray(start, start + size.width), y * size.width);
  }
  return { ...size, data: part };
}

function checkSizes(reference: Plane, moved: Plane): void {
  if (reference.width !== moved.width || reference.height !== moved.height)
    throw new RangeError(
      `Planes of ${reference.width} x ${reference.height} and ${moved.width} x ${moved.height} cannot be aligned.`,
    );
  if (reference.width < 8 || reference.height < 8)
    throw new RangeError(`Planes of ${reference.width} x ${reference.height} are too small to be aligned.`);
}

function windowedSpectrum(plane: Plane, shiftX: number, shiftY: number): Spectrum {
  const { width, height, data } = plane;
  const padded: Size = { width: paddedLength(width), height: paddedLength(height) };
  const spectrum = { ...padded, values: new Float64Array(2 * padded.width * padded.height) };
  const windowX = hannWindow(width, shiftX);
  const windowY = hannWindow(height, shiftY);
  const mean = windowedMean(plane, windowX, windowY);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      spectrum.values[2 * (y * padded.width + x)] = (data[y * width + x]! - mean) * windowX[x]! * windowY[y]!;
  transform2d(spectrum, 'forward');
  return spectrum;
}

function windowedMean({ width, data }: Plane, windowX: Float64Array, windowY: Float64Array): number {
  let sum = 0;
  let weights = 0;
  windowY.forEach((row, y) => {
    windowX.forEach((column, x) => {
      sum += row * column * data[y * width + x]!;
      weights += row * column;
    });
  });
  return sum / weights;
}

function hannWindow(length: number, shift: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => {
    const position = (i + 0.5 - shift) / length;
    return position > 0 && position < 1 ? Math.sin(Math.PI * position) ** 2 : 0;
  });
}

/**
 * Replaces a by the phases of conj(a) b, each weighted by the peak's spectrum and by how much it stands out;
 * returns the sum of the weights.
 */
function crossPhases(a: Spectrum, b: Spectrum): number {
  const count = a.width * a.height;
  let strongest = 0;
  for (let i = 0; i < count; i += 1) {
    const [ar, ai, br, bi] = [a.values[2 * i]!, a.values[2 * i + 1]!, b.values[2 * i]!, b.values[2 * i + 1]!];
    a.values[2 * i] = ar * br + ai * bi;
    a.values[2 * i + 1] = ar * bi - ai * br;
    strongest = Math.max(strongest, Math.hypot(a.values[2 * i]!, a.values[2 * i + 1]!));
  }
  if (strongest < smallestContent * count) {
    a.values.fill(0);
    return 0;
  }
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const magnitude = Math.hypot(a.values[2 * i]!, a.values[2 * i + 1]!);
    const peak = peakSpectrum(i % a.width, a.width) * peakSpectrum(Math.floor(i / a.width), a.height);
    const factor = peak / (magnitude + weakest * strongest);
    a.values[2 * i]! *= factor;
    a.values[2 * i + 1]! *= factor;
    total += factor * magnitude;
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

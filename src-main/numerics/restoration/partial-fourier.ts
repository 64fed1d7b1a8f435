import type { Size } from '../../../src-shared/domain/image.ts';
import type { Random } from '../random/generator.ts';
import { mirrorOf, transform2d, type Spectrum } from '../signal/fourier-2d.ts';

/** What a scanner measured: some of the Fourier coefficients of an image. */
export interface PartialFourier {
  /** Sides are powers of two. */
  readonly size: Size;
  /** [height x width], zero frequency first; 0 where nothing was measured. */
  readonly mask: Uint8Array;
  /** The unitary spectrum, 0 where nothing was measured. */
  readonly spectrum: Spectrum;
}

/** The unitary spectrum of a real image [height x width]. */
export function unitarySpectrum(image: ArrayLike<number>, { width, height }: Size): Spectrum {
  const values = new Float64Array(2 * width * height);
  for (let i = 0; i < image.length; i++) values[2 * i] = image[i]!;
  const spectrum = { width, height, values };
  transform2d(spectrum, 'forward');
  const scale = 1 / Math.sqrt(width * height);
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return spectrum;
}

/** The real part of the image of a unitary spectrum, into out [height x width]; the spectrum is overwritten. */
export function imageOfSpectrum(spectrum: Spectrum, out: Float64Array): void {
  transform2d(spectrum, 'inverse');
  const scale = Math.sqrt(spectrum.width * spectrum.height);
  for (let i = 0; i < out.length; i++) out[i] = spectrum.values[2 * i]! * scale;
}

/**
 * Measures the masked coefficients of an image.
 *
 * @param image [height x width], sides powers of two
 * @param mask [height x width], zero frequency first
 */
export function measureFourier(image: ArrayLike<number>, size: Size, mask: Uint8Array): PartialFourier {
  const spectrum = unitarySpectrum(image, size);
  for (let i = 0; i < mask.length; i++)
    if (mask[i] === 0) spectrum.values[2 * i] = spectrum.values[2 * i + 1] = 0;
  return { size, mask, spectrum };
}

/** Frequencies up to this share of the highest are all measured. */
const centre = 0.08;

/**
 * A random mask that measures a given share of the coefficients, more of the low frequencies than of the high ones, as
 * Lustig, Donoho & Pauly (Magn. Reson. Med. 58, 2007) advise: the chance falls with the cube of the distance from the
 * highest. A coefficient is measured together with its mirror image, which for a real image says the same.
 *
 * @param share of coefficients, in (0, 1]
 * @returns [height x width], zero frequency first
 */
export function variableDensityMask({ width, height }: Size, share: number, random: Random): Uint8Array {
  if (!(share > 0 && share <= 1)) throw new RangeError(`A share of ${share} cannot be measured.`);
  const mask = new Uint8Array(width * height);
  const frequency = (k: number, n: number) => (2 * Math.min(k, n - k)) / n;
  // Keys of weighted sampling without replacement (Efraimidis & Spirakis 2006): the largest are taken.
  const keys: { at: number; mirror: number; key: number }[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const mirror = mirrorOf(at, { width, height });
      if (mirror < at) continue;
      const distance = Math.hypot(frequency(x, width), frequency(y, height)) / Math.SQRT2;
      const weight = Math.max(1 - distance, 0.02) ** 3;
      const draw = random.uniform();
      keys.push({ at, mirror, key: distance <= centre ? Infinity : Math.log(draw) / weight });
    }
  }
  keys.sort((a, b) => b.key - a.key || a.at - b.at);
  let left = Math.round(share * width * height);
  for (const { at, mirror } of keys) {
    if (left <= 0) break;
    mask[at] = mask[mirror] = 1;
    left -= at === mirror ? 1 : 2;
  }
  return mask;
}

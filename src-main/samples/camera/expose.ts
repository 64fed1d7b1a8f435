import type { Random } from '../../numerics/random/generator.ts';
import { fastNormal } from '../surface/fast-normal.ts';

/** How one photograph was taken. */
export interface Exposure {
  /** Factor on the light that reaches the sensor. */
  readonly gain: number;
  /** Blur of the lens, as the standard deviation of a Gaussian in pixels. */
  readonly defocus: number;
  /** Sensor noise relative to a clean industrial camera. */
  readonly noise: number;
}

/** Light at the edges of the frame, relative to its middle. */
const vignette = 0.07;
/** Share of full scale that dark pixels scatter by, and shot noise variance at full scale (about 20 000 electrons). */
const readNoise = 0.0022;
const shotVariance = 5e-5;

/**
 * Blurs a plane in place with a Gaussian of at most 1.2 pixels (five taps); edges repeat.
 *
 * @param plane size x size, row-major
 */
export function defocus(plane: Float32Array, size: number, sigma: number): void {
  const w1 = Math.exp(-1 / (2 * sigma * sigma));
  const w2 = Math.exp(-4 / (2 * sigma * sigma));
  const sum = 1 + 2 * (w1 + w2);
  const [a, b, c] = [1 / sum, w1 / sum, w2 / sum];
  const line = new Float32Array(size + 4);
  for (let y = 0; y < size; y++) {
    const start = y * size;
    line.set(plane.subarray(start, start + size), 2);
    line.fill(line[2]!, 0, 2);
    line.fill(line[size + 1]!, size + 2);
    for (let x = 0; x < size; x++) {
      plane[start + x] = a * line[x + 2]! + b * (line[x + 1]! + line[x + 3]!) + c * (line[x]! + line[x + 4]!);
    }
  }
  // Down the columns, whole rows at a time: the three rows above that are still needed are kept aside.
  let above2 = plane.slice(0, size);
  let above1 = plane.slice(0, size);
  let here = plane.slice(0, size);
  for (let y = 0; y < size; y++) {
    const start = y * size;
    const below1 = Math.min(size - 1, y + 1) * size;
    const below2 = Math.min(size - 1, y + 2) * size;
    for (let x = 0; x < size; x++) {
      const next1 = y === size - 1 ? here[x]! : plane[below1 + x]!;
      const next2 = y === size - 1 ? here[x]! : plane[below2 + x]!;
      plane[start + x] = a * here[x]! + b * (above1[x]! + next1) + c * (above2[x]! + next2);
    }
    const free = above2;
    above2 = above1;
    above1 = here;
    here = free;
    if (y + 1 < size) here.set(plane.subarray(below1, below1 + size));
  }
}

/**
 * What the sensor makes of the light, in place: exposure and vignette, shot and read noise, clipping, and the steps
 * of eight bits. The result is in [0, 1], in multiples of 1/255.
 */
export function expose(radiance: Float32Array, size: number, exposure: Exposure, random: Random): void {
  const half = (size - 1) / 2;
  const read = (readNoise * exposure.noise) ** 2;
  const shot = shotVariance * exposure.noise ** 2;
  const { gain } = exposure;
  for (let y = 0; y < size; y++) {
    const dy = ((y - half) / half) ** 2;
    for (let x = 0; x < size; x++) {
      const i = y * size + x;
      const dx = ((x - half) / half) ** 2;
      const light = radiance[i]! * gain * (1 - (vignette * (dx + dy)) / 2);
      const noisy = light + fastNormal(random) * Math.sqrt(read + shot * Math.max(0, light));
      radiance[i] = Math.round(Math.min(1, Math.max(0, noisy)) * 255) / 255;
    }
  }
}

import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Plane } from '../../../src-shared/domain/image.ts';

/** A plane for storage: 16-bit steps, compressed. A value is `offset + scale * step`. */
export interface EncodedMap {
  readonly width: number;
  readonly height: number;
  readonly dtype: 'u16';
  readonly scale: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Half of it is the largest error of a stored heat map, in -log10 of the false-alarm rate: 0.004 decades, far
 * below what calibration can tell apart.
 */
const defaultStep = 1 / 128;
const largestStep = 0xffff;

/**
 * Compresses a map. Values are rounded to steps of `step` from the smallest value up, so each is off by at most
 * step / 2; where 65535 steps do not reach the largest value, the step grows to (max - min) / 65535.
 *
 * Each pixel's steps are predicted from its neighbours; the differences are written low bytes first, then high
 * bytes, since the high bytes of a smooth map are nearly all alike; then deflated.
 *
 * @throws RangeError when a value is not finite
 */
export function encodeMap(map: Plane, step = defaultStep): EncodedMap {
  const { width, height, data } = map;
  const { min, max } = range(data);
  const scale = Math.max(step, (max - min) / largestStep);
  const planes = new Uint8Array(2 * data.length);
  writeDifferences(stepsOf(data, min, 1 / scale), width, planes);
  // What prediction leaves is noise or zeros: a search for repeated strings would find nothing but runs.
  const bytes = deflateRawSync(planes, { strategy: constants.Z_RLE });
  return { width, height, dtype: 'u16', scale, offset: min, bytes };
}

function stepsOf(data: Float32Array, min: number, perStep: number): Uint16Array {
  const steps = new Uint16Array(data.length);
  for (let i = 0; i < steps.length; i++) {
    steps[i] = Math.min(largestStep, Math.round((data[i]! - min) * perStep));
  }
  return steps;
}

/** @param planes [2][pixels] low bytes, then high bytes, overwritten */
function writeDifferences(steps: Uint16Array, width: number, planes: Uint8Array): void {
  for (let i = 0, x = 0, y = 0; i < steps.length; i++) {
    const folded = foldSign(steps[i]! - predict(steps, i, x, y, width));
    planes[i] = folded;
    planes[steps.length + i] = folded >>> 8;
    if (++x === width) {
      x = 0;
      y++;
    }
  }
}

/**
 * The plane that `encodeMap` was given, to within scale / 2.
 *
 * @throws Error when the bytes are damaged or do not fit the shape
 */
export function decodeMap(encoded: EncodedMap): Plane {
  const { width, height, scale, offset } = encoded;
  const count = width * height;
  const planes = inflateRawSync(encoded.bytes, { maxOutputLength: Math.max(1, 2 * count) });
  if (planes.length !== 2 * count) {
    throw new Error(`a stored map of ${width} x ${height} pixels has ${planes.length} bytes`);
  }
  const steps = new Uint16Array(count);
  const data = new Float32Array(count);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const difference = unfoldSign(planes[i]! | (planes[count + i]! << 8));
      // Assigning keeps the lowest 16 bits, as folding did.
      steps[i] = predict(steps, i, x, y, width) + difference;
      data[i] = offset + scale * steps[i]!;
    }
  }
  return { width, height, data };
}

/**
 * What the pixels to the left, above and above left let expect: the plane through them, or the nearer one across
 * an edge. Weinberger, Seroussi, Sapiro, "The LOCO-I lossless image compression algorithm", IEEE TIP 9(8), 2000.
 */
function predict(steps: Uint16Array, i: number, x: number, y: number, width: number): number {
  if (y === 0) return x === 0 ? 0 : steps[i - 1]!;
  const above = steps[i - width]!;
  if (x === 0) return above;
  const left = steps[i - 1]!;
  const corner = steps[i - width - 1]!;
  const lower = left < above ? left : above;
  const upper = left < above ? above : left;
  if (corner >= upper) return lower;
  if (corner <= lower) return upper;
  return left + above - corner;
}

function range(data: Float32Array): { min: number; max: number } {
  if (data.length === 0) return { min: 0, max: 0 };
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (!Number.isFinite(value)) throw new RangeError('a map to be stored has a value that is not finite');
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** A difference modulo 2^16 as 0, -1, 1, -2, ... -> 0, 1, 2, 3, ..., so that small ones leave the high byte 0. */
function foldSign(difference: number): number {
  const signed = (difference << 16) >> 16;
  return ((signed << 1) ^ (signed >> 15)) & 0xffff;
}

function unfoldSign(folded: number): number {
  return (folded >>> 1) ^ -(folded & 1);
}

// The signal that is being coded in single precision, given by inner products alone, c = D y and G = D Dt, or where it is the
// only one by the design D itself. Every method moves the code x [stride]; what is left is measured here afresh, g = c - G x or
// g = D (y - Dt x), so that rounding does not build up. Rows have `stride` numbers, a whole number of panels; beyond the atoms
// c, G and therefore x are 0.

import { combineRows } from './combine-rows';
import { designTimes } from './design-products';
import { addScaled } from './vectors';

/** Bytes of a row. */
export let rowBytes: usize = 0;
/** [stride] c, x and g. */
export let targets: usize = 0;
export let code: usize = 0;
export let gradient: usize = 0;
/** Rows [stride] for the method at work. */
export let work: usize = 0;

/** Of a design: [samples] the signal, and what is left of it; 0 samples where there is a Gram matrix. */
export let samples: i32 = 0;
export let signal: usize = 0;
export let residual: usize = 0;

/** G, or D, and the bytes of its rows. */
let matrix: usize = 0;
let matrixBytes: usize = 0;
let stride: i32 = 0;
/** [stride] what the non-zeros of a row were when it was last gathered: their places, values and rows of the matrix. */
let places: usize = 0;
let values: usize = 0;
let rows: usize = 0;

const workRows = 6;

/** Bytes that placeCode asks for. */
export function codeBytes(strideOfRows: i32): i32 {
  return (5 + workRows) * strideOfRows * 4;
}

/** @param matrixOfRows G [atoms x strideOfRows]; or D, see placeDesign */
export function placeCode(address: usize, matrixOfRows: usize, strideOfRows: i32): void {
  matrix = matrixOfRows;
  stride = strideOfRows;
  rowBytes = <usize>stride << 2;
  matrixBytes = rowBytes;
  samples = 0;
  code = address;
  gradient = code + rowBytes;
  places = gradient + rowBytes;
  values = places + rowBytes;
  rows = values + rowBytes;
  work = rows + rowBytes;
}

/**
 * Says after placeCode that its matrix is D [stride x samplesOfRows].
 *
 * @param samplesOfRows a multiple of 8; beyond what a signal has, D and the signal are 0
 * @param residualOfSignal [samplesOfRows] to work with
 */
export function placeDesign(samplesOfRows: i32, signalOfRows: usize, residualOfSignal: usize): void {
  samples = samplesOfRows;
  signal = signalOfRows;
  residual = residualOfSignal;
  matrixBytes = <usize>samples << 2;
}

/** Begins with no atom: then c is what is left. */
export function beginCode(targetsOfSignal: usize): void {
  targets = targetsOfSignal;
  memory.fill(code, 0, rowBytes);
  memory.copy(gradient, targets, rowBytes);
}

/** g = c - G x, or D (y - Dt x). */
export function measureGradient(): void {
  const count = gather(code);
  if (samples == 0) {
    combineRows<f32>(values, rows, count, stride, gradient);
    subtractFrom(targets, gradient, rowBytes);
    return;
  }
  combineRows<f32>(values, rows, count, samples, residual);
  subtractFrom(signal, residual, matrixBytes);
  designTimes(matrix, stride, samples, residual, gradient);
}

/** numbers = from - numbers. */
@inline
export function subtractFrom(from: usize, numbers: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(numbers + at, f32x4.sub(v128.load(from + at), v128.load(numbers + at)));
}

/** g -= change times row k of G. */
export function followChange(k: i32, change: f32): void {
  addScaled(gradient, rowOf(k), -change, stride);
}

/** Lists the non-zeros of a row; returns how many there are. */
export function gather(row: usize): i32 {
  let count: usize = 0;
  const zero = f32x4.splat(0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    let lanes = i32x4.bitmask(f32x4.ne(v128.load(row + at), zero));
    while (lanes != 0) {
      const k = <i32>(at >> 2) + ctz(lanes);
      lanes &= lanes - 1;
      store<i32>(places + count, k);
      store<f32>(values + count, load<f32>(row + (<usize>k << 2)));
      store<u32>(rows + count, <u32>rowOf(k));
      count += 4;
    }
  }
  return <i32>(count >> 2);
}

/** Of what was gathered last: vt G v, the energy of Dt v. */
export function energyOfGathered(count: i32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < count; i++) {
    const row = <usize>load<u32>(rows + (<usize>i << 2));
    let product: f32 = 0;
    for (let j = 0; j < count; j++) product += gathered(j) * load<f32>(row + (<usize>place(j) << 2));
    sum += gathered(i) * product;
  }
  return sum;
}

/** The place of what was gathered as number i. */
@inline
export function place(i: i32): i32 {
  return load<i32>(places + (<usize>i << 2));
}

/** The value of what was gathered as number i. */
@inline
export function gathered(i: i32): f32 {
  return load<f32>(values + (<usize>i << 2));
}

/** G_kk */
@inline
export function squareOf(k: i32): f32 {
  return load<f32>(rowOf(k) + (<usize>k << 2));
}

@inline
function rowOf(k: i32): usize {
  return matrix + <usize>k * matrixBytes;
}

// The signal that is being coded in single precision, given by inner products alone: c = D y and G = D Dt. Every method moves
// the code x [stride]; what is left is measured here afresh, g = c - G x, so that rounding does not build up. Rows have
// `stride` numbers, a whole number of panels; beyond the atoms c, G and therefore x are 0.

import { combineRows } from './combine-rows';
import { addScaled } from './vectors';

/** Bytes of a row. */
export let rowBytes: usize = 0;
/** [stride] c, x and g. */
export let targets: usize = 0;
export let code: usize = 0;
export let gradient: usize = 0;
/** Rows [stride] for the method at work. */
export let work: usize = 0;

let gram: usize = 0;
let stride: i32 = 0;
/** [stride] what the non-zeros of a row were when it was last gathered: their places, values and rows of G. */
let places: usize = 0;
let values: usize = 0;
let rows: usize = 0;

const workRows = 6;

/** Bytes that placeCode asks for. */
export function codeBytes(strideOfRows: i32): i32 {
  return (5 + workRows) * strideOfRows * 4;
}

export function placeCode(address: usize, gramMatrix: usize, strideOfRows: i32): void {
  gram = gramMatrix;
  stride = strideOfRows;
  rowBytes = <usize>stride << 2;
  code = address;
  gradient = code + rowBytes;
  places = gradient + rowBytes;
  values = places + rowBytes;
  rows = values + rowBytes;
  work = rows + rowBytes;
}

/** Begins with no atom: then c is what is left. */
export function beginCode(targetsOfSignal: usize): void {
  targets = targetsOfSignal;
  memory.fill(code, 0, rowBytes);
  memory.copy(gradient, targets, rowBytes);
}

/** g = c - G x. */
export function measureGradient(): void {
  combineRows<f32>(values, rows, gather(code), stride, gradient);
  for (let at: usize = 0; at < rowBytes; at += 16)
    v128.store(gradient + at, f32x4.sub(v128.load(targets + at), v128.load(gradient + at)));
}

/** g -= change times row k of G. */
export function followChange(k: i32, change: f32): void {
  addScaled(gradient, gramRow(k), -change, stride);
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
      store<u32>(rows + count, <u32>gramRow(k));
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
  return load<f32>(gramRow(k) + (<usize>k << 2));
}

@inline
function gramRow(k: i32): usize {
  return gram + <usize>k * rowBytes;
}

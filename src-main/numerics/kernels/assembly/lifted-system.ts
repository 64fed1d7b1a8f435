// (G + I) x = c + v for the code at work, G = D Dt, by an inverse that is found beforehand: of G + I itself, or where atoms outnumber samples of
// Dt D + I, through the matrix inversion lemma.

import { rowBytes, signal, subtractFrom, targets } from './coded-signal';
import { combineRows } from './combine-rows';
import { designTimes } from './design-products';

/** Addresses of the inverse's rows, how many there are, and how long they are. */
let inverseRows: usize = 0;
let count: i32 = 0;
let length: i32 = 0;
/** 0 where the inverse is that of G + I; else the design, its atoms and the addresses of its rows. */
let design: usize = 0;
let atomCount: i32 = 0;
let designRows: usize = 0;
let inner: usize = 0;
let solved: usize = 0;

/** Bytes that placeLiftedSystem or placeLemma ask for. */
export function liftedSystemBytes(atoms: i32, strideOfRows: i32): i32 {
  return (2 * atoms + 3 * strideOfRows) * 4;
}

/** @param inverse [atoms x stride] (G + I)^-1 */
export function placeLiftedSystem(address: usize, inverse: usize, atoms: i32, stride: i32): void {
  design = 0;
  placeRows(address, inverse, atoms, stride);
  inverseRows = address;
  count = atoms;
  length = stride;
}

/**
 * @param inverse [samples x samples] (Dt D + I)^-1
 * @param designMatrix [atoms rounded up to a multiple of 8 x samples]
 * @param samples a multiple of 8
 */
export function placeLemma(address: usize, inverse: usize, designMatrix: usize, atoms: i32, samples: i32): void {
  design = designMatrix;
  atomCount = atoms;
  count = samples;
  length = samples;
  inverseRows = address;
  inner = inverseRows + (<usize>samples << 2);
  solved = inner + (<usize>samples << 2);
  designRows = solved + (<usize>samples << 2);
  placeRows(inverseRows, inverse, samples, samples);
  placeRows(designRows, design, atoms, samples);
}

/** x = (G + I)^-1 (c + v), c the targets of the code at work; v [stride of a code] is overwritten. */
export function solveLifted(v: usize, x: usize): void {
  if (design == 0) {
    for (let at: usize = 0; at < rowBytes; at += 16)
      v128.store(v + at, f32x4.add(v128.load(targets + at), v128.load(v + at)));
    combineRows<f32>(v, inverseRows, count, length, x);
    return;
  }
  // v + D (Dt D + I)^-1 (y - Dt v): no difference of large numbers.
  combineRows<f32>(v, designRows, atomCount, length, inner);
  subtractFrom(signal, inner, <usize>length << 2);
  combineRows<f32>(inner, inverseRows, count, length, solved);
  designTimes(design, <i32>(rowBytes >> 2), length, solved, x);
  for (let at: usize = 0; at < rowBytes; at += 16)
    v128.store(x + at, f32x4.add(v128.load(v + at), v128.load(x + at)));
}

/** Lists the addresses of rows. */
function placeRows(address: usize, rows: usize, countOfRows: i32, numbers: i32): void {
  for (let k = 0; k < countOfRows; k++)
    store<u32>(address + (<usize>k << 2), <u32>(rows + ((<usize>k * <usize>numbers) << 2)));
}

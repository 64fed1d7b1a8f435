// Orthogonal matching pursuit (Pati, Rezaiifar & Krishnaprasad 1993) of one signal over a design. The atom to take is found in
// single precision, from what is left of the signal brought to length 1; the projection onto the atoms taken is in double precision.

import { activeAtomsBytes, combineActive, join, leave, placeActiveAtoms, settleActive } from './active-atoms';
import { designTimes } from './design-products';
import { innerProduct } from './padded-rows';
import { at, atomAt, put, size, x } from './support';
import { largestLane } from './vectors';

/** Correlations this small against the signal are rounding. */
const noise: f64 = 1e-12;

/** Bytes that designPursuit needs to work with, a multiple of eight. */
export function designPursuitScratch(atomCount: i32, stride: i32, most: i32): i32 {
  const wide = (atomCount + 3) & ~3;
  const rows = (most + 1) & ~1;
  return activeAtomsBytes(atomCount, stride, most) + (stride + rows) * 8 + (stride + 2 * wide) * 4;
}

/**
 * @param atoms [atomCount x numbers] in double precision
 * @param design [atomCount rounded up to a multiple of 4 x stride] the same in single precision; the rest is 0
 * @param stride numbers rounded up to a multiple of 8
 * @param signal [stride] in double precision; the rest is 0
 * @param most atoms that the code may have, no more than can be independent
 * @param errorTarget stop once the energy of what is left is no more
 * @param found [1 + 2 most] the energy of what is left, the coefficients and their atoms in the order in which they were taken
 * @returns how many atoms were taken
 */
export function designPursuit(
  atoms: usize,
  design: usize,
  atomCount: i32,
  numbers: i32,
  stride: i32,
  signal: usize,
  most: i32,
  errorTarget: f64,
  nonNegative: i32,
  found: usize,
  scratch: usize,
): i32 {
  const rows = (atomCount + 3) & ~3;
  const doubleBytes = <usize>stride << 3;
  const singleBytes = <usize>stride << 2;
  placeActiveAtoms(scratch, atoms, atomCount, numbers, stride, most);
  const residual = scratch + activeAtomsBytes(atomCount, stride, most);
  const earlier = residual + doubleBytes;
  const direction = earlier + (<usize>((most + 1) & ~1) << 3);
  const correlations = direction + singleBytes;
  const reciprocals = correlations + (<usize>rows << 2);
  invertSquares(design, atomCount, singleBytes, reciprocals);

  memory.copy(residual, signal, doubleBytes);
  const whole = innerProduct<f64>(signal, signal, doubleBytes);
  let energy = whole;
  // Also false for NaN.
  while (size < most && energy > errorTarget && energy < Infinity) {
    const length = sqrt<f64>(energy);
    for (let i = 0; i < stride; i++)
      store<f32>(direction + (<usize>i << 2), <f32>(at(residual, i) / length));
    designTimes(design, rows, stride, direction, correlations);
    const k = mostCorrelated(correlations, reciprocals, rows, nonNegative != 0);
    if (k < 0) break;
    const offset = <usize>k << 2;
    const score = <f64>load<f32>(correlations + offset) * sqrt<f64>(load<f32>(reciprocals + offset));
    if (!(length * abs(score) > noise * sqrt<f64>(whole))) break;
    memory.copy(earlier, x, <usize>size << 3);
    if (!join(k, 1)) break;
    store<f32>(reciprocals + offset, 0);
    settleActive(residual, 0);
    if (nonNegative && !isPositive()) {
      leave(size - 1);
      memory.copy(x, earlier, <usize>size << 3);
      break;
    }
    combineActive(x, residual);
    for (let offset: usize = 0; offset < doubleBytes; offset += 16)
      v128.store(residual + offset, f64x2.sub(v128.load(signal + offset), v128.load(residual + offset)));
    energy = innerProduct<f64>(residual, residual, doubleBytes);
  }
  store<f64>(found, energy);
  for (let place = 0; place < size; place++) {
    put(found, 1 + place, at(x, place));
    put(found, 1 + most + place, <f64>atomAt(place));
  }
  return size;
}

/** 1 / |atom|^2, and 0 for atoms that cannot be taken. */
function invertSquares(design: usize, atomCount: i32, rowBytes: usize, reciprocals: usize): void {
  memory.fill(reciprocals, 0, <usize>((atomCount + 3) & ~3) << 2);
  for (let k = 0; k < atomCount; k++) {
    const row = design + <usize>k * rowBytes;
    const square = <f32>innerProduct<f32>(row, row, rowBytes);
    if (square > 0 && square < Infinity) store<f32>(reciprocals + (<usize>k << 2), 1 / square);
  }
}

/** The first of the atoms with the greatest c^2 / |atom|^2, -1 where all are 0. */
function mostCorrelated(correlations: usize, reciprocals: usize, rows: i32, nonNegative: bool): i32 {
  const floor = f32x4.splat(nonNegative ? 0 : -Infinity);
  const bytes = <usize>rows << 2;
  let best = f32x4.splat(0);
  for (let offset: usize = 0; offset < bytes; offset += 16) {
    // What is no number is passed over.
    const c = f32x4.pmax(floor, v128.load(correlations + offset));
    v128.store(correlations + offset, c);
    best = f32x4.pmax(best, f32x4.mul(f32x4.mul(c, c), v128.load(reciprocals + offset)));
  }
  const most = largestLane(best);
  if (!(most > 0)) return -1;
  const wanted = f32x4.splat(most);
  for (let offset: usize = 0; offset < bytes; offset += 16) {
    const c = v128.load(correlations + offset);
    const score = f32x4.mul(f32x4.mul(c, c), v128.load(reciprocals + offset));
    const lanes = i32x4.bitmask(f32x4.eq(score, wanted));
    if (lanes != 0) return <i32>(offset >> 2) + ctz(lanes);
  }
  return -1;
}

function isPositive(): bool {
  for (let place = 0; place < size; place++) if (!(at(x, place) > 0)) return false;
  return true;
}

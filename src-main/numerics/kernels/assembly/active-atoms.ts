// The atoms in use of a design, copied side by side in double precision, with the inverse of their Gram matrix (support.ts).
// They are few: what is summed over them costs little in double precision, and rounding does not build up along a path.

import { combineRows } from './combine-rows';
import { productsOfRows } from './products';
import {
  at,
  atomAt,
  emptySupport,
  joinSupport,
  leaveSupport,
  placeSupport,
  put,
  refineSupport,
  size,
  supportBytes,
  timesInverse,
} from './support';

let design: usize = 0;
let dimension: i32 = 0;
let stride: i32 = 0;
/** [most + 1 x stride] by place, the last for an atom that is looked at, and the addresses of these rows. */
let copies: usize = 0;
let copyRows: usize = 0;
/** [atomCount] of which only what belongs to atoms in use is written. */
let byAtom: usize = 0;
let products: usize = 0;

/** Bytes that placeActiveAtoms asks for, a multiple of eight. */
export function activeAtomsBytes(atomCount: i32, strideOfRows: i32, most: i32): i32 {
  const support = (supportBytes(most) + 7) & ~7;
  return support + ((most + 1) * strideOfRows + atomCount + most + 1) * 8 + ((most + 1) & ~1) * 4;
}

/**
 * Sets up, with no atom in use.
 *
 * @param rows [atomCount x dimension] in double precision
 * @param strideOfRows numbers of a row here: the dimension rounded up to a multiple of four
 */
export function placeActiveAtoms(
  address: usize,
  rows: usize,
  atomCount: i32,
  numbers: i32,
  strideOfRows: i32,
  most: i32,
): void {
  design = rows;
  dimension = numbers;
  stride = strideOfRows;
  placeSupport(address, most);
  emptySupport();
  copies = address + ((supportBytes(most) + 7) & ~7);
  byAtom = copies + ((<usize>(most + 1) * <usize>stride) << 3);
  products = byAtom + (<usize>atomCount << 3);
  copyRows = products + (<usize>(most + 1) << 3);
  memory.fill(copies, 0, (<usize>(most + 1) * <usize>stride) << 3);
  for (let place = 0; place < most; place++) store<u32>(copyRows + (<usize>place << 2), <u32>copyOf(place));
}

/** Takes an atom into use; false where it depends on those that are. There must be room. */
export function join(k: i32, sign: f64): bool {
  const before = size;
  memory.copy(copyOf(before), design + ((<usize>k * <usize>dimension) << 3), <usize>dimension << 3);
  productsOfRows(copyOf(before), 1, copies, before + 1, stride, products);
  for (let place = 0; place < before; place++) put(byAtom, atomAt(place), at(products, place));
  put(byAtom, k, at(products, before));
  joinSupport(k, byAtom, sign);
  return size > before;
}

/** out [size] = the weights by which the atoms in use add up to what an atom has in common with them. */
export function weightsOf(k: i32, out: usize): void {
  memory.copy(copyOf(size), design + ((<usize>k * <usize>dimension) << 3), <usize>dimension << 3);
  activeTimes(copyOf(size), products);
  timesInverse(products, out);
}

/** Takes the atom at a place out of use; the last one takes its place. */
export function leave(place: i32): void {
  memory.copy(copyOf(place), copyOf(size - 1), <usize>stride << 3);
  leaveSupport(place);
}

/** out [size] = the inner products of the atoms in use with a vector [stride]. */
@inline
export function activeTimes(vector: usize, out: usize): void {
  productsOfRows(vector, 1, copies, size, stride, out);
}

/**
 * Moves the coefficients so that the correlation of each atom in use with the residual [stride] becomes the level; returns the
 * most that one was off it.
 */
export function settleActive(residual: usize, level: f64): f64 {
  activeTimes(residual, products);
  for (let place = 0; place < size; place++) put(byAtom, atomAt(place), at(products, place));
  return refineSupport(byAtom, level);
}

/** out [stride] = the sum of the atoms in use by their weights [size]. */
@inline
export function combineActive(weights: usize, out: usize): void {
  combineRows<f64>(weights, copyRows, size, stride, out);
}

@inline
function copyOf(place: i32): usize {
  return copies + ((<usize>place * <usize>stride) << 3);
}

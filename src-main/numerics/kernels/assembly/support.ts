// The atoms of a lasso code in double precision, with the inverse of their Gram matrix, which is kept up to date as atoms join
// and leave: no step has to wait for one number after another, as triangular solves do.

import { combineRows } from './combine-rows';

/** Squared sine of the angle to the span of the others below which an atom counts as dependent. */
const dependence: f64 = 1e-10;

/** How many atoms there are at present. */
export let size: i32 = 0;
/** [most] by place: addresses of the atoms' rows in the Gram matrix; signs, coefficients, and the direction inverse signs. */
export let activeRows: usize = 0;
export let signs: usize = 0;
export let x: usize = 0;
export let direction: usize = 0;

let most: i32 = 0;
let stride: i32 = 0;
let active: usize = 0;
/** [most x stride] the inverse, and the addresses of its rows. */
let inverse: usize = 0;
let inverseRows: usize = 0;
/** [stride] to work with. */
let products: usize = 0;
let image: usize = 0;

/** Bytes that a support of so many atoms takes. */
export function supportBytes(mostAtoms: i32): i32 {
  const wide = (mostAtoms + 3) & ~3;
  return (mostAtoms * wide + 5 * wide) * 8 + 3 * 4 * wide;
}

/** Sets up at an address what supportBytes asks for. */
export function placeSupport(address: usize, mostAtoms: i32): void {
  most = mostAtoms;
  stride = (most + 3) & ~3;
  const bytes = <usize>stride << 3;
  inverse = address;
  signs = inverse + <usize>most * bytes;
  x = signs + bytes;
  direction = x + bytes;
  products = direction + bytes;
  image = products + bytes;
  active = image + bytes;
  activeRows = active + (bytes >> 1);
  inverseRows = activeRows + (bytes >> 1);
  for (let place = 0; place < most; place++)
    store<u32>(inverseRows + (<usize>place << 2), <u32>(inverse + <usize>place * bytes));
}

export function emptySupport(): void {
  const bytes = <usize>stride << 3;
  memory.fill(inverse, 0, <usize>most * bytes);
  memory.fill(direction, 0, bytes);
  memory.fill(products, 0, bytes);
  size = 0;
}

/**
 * Takes an atom in, unless it depends on those that are.
 *
 * @param row of the atom in the Gram matrix
 * @param sign of its coefficient
 */
export function joinSupport(k: i32, row: usize, sign: f64): void {
  const square = at(row, k);
  for (let place = 0; place < size; place++) put(products, place, at(row, atomAt(place)));
  combineRows<f64>(products, inverseRows, size, stride, image);
  let rest = square;
  let slope = sign;
  put(signs, size, sign);
  for (let place = 0; place < size; place++) {
    rest -= at(products, place) * at(image, place);
    slope -= at(products, place) * at(direction, place);
  }
  if (!(square > 0 && rest > dependence * square)) return;
  // The column of what joins: minus the image for the others, and 1 for itself.
  put(image, size, -1);
  for (let place = size + 1; place < stride; place++) put(image, place, 0);
  store<i32>(active + (<usize>size << 2), k);
  store<u32>(activeRows + (<usize>size << 2), <u32>row);
  put(x, size, 0);
  size++;
  addOuterProduct(1 / rest);
  addImage(direction, -slope / rest);
}

/** Takes the atom at a place out; the last one takes its place. */
export function leaveSupport(place: i32): void {
  const own = load<u32>(inverseRows + (<usize>place << 2));
  memory.copy(image, own, <usize>stride << 3);
  const corner = at(image, place);
  addOuterProduct(-1 / corner);
  addImage(direction, -at(direction, place) / corner);
  size--;
  const last = load<u32>(inverseRows + (<usize>size << 2));
  if (place < size) {
    for (let row = 0; row < size; row++) {
      const values = load<u32>(inverseRows + (<usize>row << 2));
      put(values, place, at(values, size));
    }
    memory.copy(own, last, <usize>stride << 3);
    put(own, place, at(last, size));
    put(x, place, at(x, size));
    put(signs, place, at(signs, size));
    put(direction, place, at(direction, size));
    store<i32>(active + (<usize>place << 2), atomAt(size));
    store<u32>(activeRows + (<usize>place << 2), load<u32>(activeRows + (<usize>size << 2)));
  }
  memory.fill(last, 0, <usize>stride << 3);
  for (let row = 0; row < size; row++) put(load<u32>(inverseRows + (<usize>row << 2)), size, 0);
  put(direction, size, 0);
}

/** x += inverse times what the correlations still miss of penalty times signs; returns the most that one missed by. */
export function refineSupport(correlations: usize, penalty: f64): f64 {
  let worst: f64 = 0;
  for (let place = 0; place < size; place++) {
    const rest = at(correlations, atomAt(place)) - penalty * at(signs, place);
    put(products, place, rest);
    worst = max(worst, abs(rest));
  }
  timesInverse(products, image);
  for (let place = 0; place < size; place++) put(x, place, at(x, place) + at(image, place));
  return worst;
}

/** out = inverse times values; both [most rounded up to a multiple of four]. */
@inline
export function timesInverse(values: usize, out: usize): void {
  combineRows<f64>(values, inverseRows, size, stride, out);
}

/** The inverse [most x most rounded up to a multiple of four], atoms in the order of their places. */
export function activeInverse(): usize {
  return inverse;
}

/** inverse += factor image imaget, in the rows of the support. */
function addOuterProduct(factor: f64): void {
  for (let row = 0; row < size; row++)
    addImage(load<u32>(inverseRows + (<usize>row << 2)), factor * at(image, row));
}

@inline
function addImage(target: usize, factor: f64): void {
  const factors = f64x2.splat(factor);
  for (let offset: usize = 0; offset < <usize>size << 3; offset += 16)
    v128.store(
      target + offset,
      f64x2.relaxed_madd(factors, v128.load(image + offset), v128.load(target + offset)),
    );
}

@inline
export function atomAt(place: i32): i32 {
  return load<i32>(active + (<usize>place << 2));
}

@inline
export function at(values: usize, k: i32): f64 {
  return load<f64>(values + (<usize>k << 3));
}

@inline
export function put(values: usize, k: i32, value: f64): void {
  store<f64>(values + (<usize>k << 3), value);
}

// Linear maps in double or in single precision: T is f64 or f32. A vector has zeros beyond its end up to whole vectors of 32
// bytes, and a vector of what a stencil makes has as many zeros before and after it as the stencil has numbers.

import { combineRows } from './combine-rows';
import { sumOfVector } from './lanes';

/** What a map is: a matrix, or a stencil whose shifts are its rows. */
@unmanaged
export class LinearMap {
  rows: i32;
  columns: i32;
  /** Numbers of the stencil; 0 for a matrix. */
  width: i32;
  /** Address of the stencil [width], or of the addresses [rows] of the matrix's rows, each a vector. */
  values: usize;
}

/** out [rows] = M x. */
export function applyMap<T>(map: LinearMap, x: usize, out: usize): void {
  if (map.width > 0) {
    slideStencil<T>(map.values, map.width, sizeof<T>(), x, out, map.rows);
    return;
  }
  const bytes = wholeVectors<T>(map.columns);
  const rows = map.values;
  let i = 0;
  for (; i + 4 <= map.rows; i += 4) fourProducts<T>(rows + (<usize>i << 2), x, bytes, out + <usize>i * sizeof<T>());
  for (; i < map.rows; i++)
    store<T>(out + <usize>i * sizeof<T>(), rowProduct<T>(load<u32>(rows + (<usize>i << 2)), x, bytes));
}

/** out [columns] = Mt y. */
export function applyTransposed<T>(map: LinearMap, y: usize, out: usize): void {
  if (map.width > 0) {
    slideStencil<T>(map.values, map.width, -<isize>sizeof<T>(), y, out, map.columns);
    return;
  }
  combineRows<T>(y, map.values, map.rows, <i32>(wholeVectors<T>(map.columns) / sizeof<T>()), out);
}

/** The inner product of two vectors of so many bytes, a whole number of 32. */
export function rowProduct<T>(a: usize, b: usize, bytes: usize): T {
  let s0 = v128.splat<T>(<T>0);
  let s1 = s0;
  for (let at: usize = 0; at < bytes; at += 32) {
    s0 = v128.relaxed_madd<T>(v128.load(a + at), v128.load(b + at), s0);
    s1 = v128.relaxed_madd<T>(v128.load(a + at, 16), v128.load(b + at, 16), s1);
  }
  return <T>sumOfVector<T>(v128.add<T>(s0, s1));
}

/** Bytes of so many numbers, rounded up to whole vectors of 32 bytes. */
@inline
export function wholeVectors<T>(length: i32): usize {
  return (<usize>length * sizeof<T>() + 31) & ~31;
}

/** The inner products of x with four rows. */
function fourProducts<T>(rows: usize, x: usize, bytes: usize, out: usize): void {
  const a = <usize>load<u32>(rows);
  const b = <usize>load<u32>(rows, 4);
  const c = <usize>load<u32>(rows, 8);
  const d = <usize>load<u32>(rows, 12);
  let sa = v128.splat<T>(<T>0);
  let sb = sa;
  let sc = sa;
  let sd = sa;
  let ta = sa;
  let tb = sa;
  let tc = sa;
  let td = sa;
  for (let at: usize = 0; at < bytes; at += 32) {
    const low = v128.load(x + at);
    const high = v128.load(x + at, 16);
    sa = v128.relaxed_madd<T>(low, v128.load(a + at), sa);
    sb = v128.relaxed_madd<T>(low, v128.load(b + at), sb);
    sc = v128.relaxed_madd<T>(low, v128.load(c + at), sc);
    sd = v128.relaxed_madd<T>(low, v128.load(d + at), sd);
    ta = v128.relaxed_madd<T>(high, v128.load(a + at, 16), ta);
    tb = v128.relaxed_madd<T>(high, v128.load(b + at, 16), tb);
    tc = v128.relaxed_madd<T>(high, v128.load(c + at, 16), tc);
    td = v128.relaxed_madd<T>(high, v128.load(d + at, 16), td);
  }
  store<T>(out, <T>sumOfVector<T>(v128.add<T>(sa, ta)));
  store<T>(out + sizeof<T>(), <T>sumOfVector<T>(v128.add<T>(sb, tb)));
  store<T>(out + 2 * sizeof<T>(), <T>sumOfVector<T>(v128.add<T>(sc, tc)));
  store<T>(out + 3 * sizeof<T>(), <T>sumOfVector<T>(v128.add<T>(sd, td)));
}

/** out [length] = sum over j of stencil[j] times the number j steps from its place. */
function slideStencil<T>(stencil: usize, width: i32, step: isize, from: usize, out: usize, length: i32): void {
  const bytes = wholeVectors<T>(length);
  for (let at: usize = 0; at < bytes; at += 16) {
    let sum = v128.splat<T>(<T>0);
    for (let j = 0; j < width; j++) {
      const weight = v128.load_splat<T>(stencil + <usize>j * sizeof<T>());
      sum = v128.relaxed_madd<T>(weight, v128.load(from + at + <isize>j * step), sum);
    }
    v128.store(out + at, sum);
  }
  const end = <usize>length * sizeof<T>();
  memory.fill(out + end, 0, bytes - end);
}

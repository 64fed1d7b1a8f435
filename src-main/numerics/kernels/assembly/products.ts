// Inner products in double precision: a matrix product in register tiles of 2 x 4 rows, two numbers of each row at a time.
// Every product sums in the same order, so a result does not depend on the tile it fell in.

/** a [m x n] times the transpose of b [k x n] -> out [m x k]. */
export function productsOfRows(a: usize, m: i32, b: usize, k: i32, n: i32, out: usize): void {
  const rowBytes = <usize>n << 3;
  const outBytes = <usize>k << 3;
  let i = 0;
  for (; i + 2 <= m; i += 2) {
    let row = b;
    let target = out;
    let j = 0;
    for (; j + 4 <= k; j += 4) {
      tile2x4(a, row, rowBytes, target, outBytes);
      row += rowBytes << 2;
      target += 32;
    }
    for (; j < k; j++) {
      f64.store(target, product(a, row, rowBytes));
      f64.store(target + outBytes, product(a + rowBytes, row, rowBytes));
      row += rowBytes;
      target += 8;
    }
    a += rowBytes << 1;
    out += outBytes << 1;
  }
  if (i == m) return;
  let j = 0;
  for (; j + 4 <= k; j += 4) {
    tile1x4(a, b, rowBytes, out);
    b += rowBytes << 2;
    out += 32;
  }
  for (; j < k; j++) {
    f64.store(out, product(a, b, rowBytes));
    b += rowBytes;
    out += 8;
  }
}

function tile2x4(x0: usize, y0: usize, rowBytes: usize, target: usize, outBytes: usize): void {
  let x1 = x0 + rowBytes;
  let y1 = y0 + rowBytes;
  let y2 = y1 + rowBytes;
  let y3 = y2 + rowBytes;
  let s00 = f64x2.splat(0);
  let s01 = s00;
  let s02 = s00;
  let s03 = s00;
  let s10 = s00;
  let s11 = s00;
  let s12 = s00;
  let s13 = s00;
  const end = x0 + (rowBytes & ~15);
  while (x0 < end) {
    const u = v128.load(x0);
    const v = v128.load(x1);
    let y = v128.load(y0);
    s00 = f64x2.relaxed_madd(u, y, s00);
    s10 = f64x2.relaxed_madd(v, y, s10);
    y = v128.load(y1);
    s01 = f64x2.relaxed_madd(u, y, s01);
    s11 = f64x2.relaxed_madd(v, y, s11);
    y = v128.load(y2);
    s02 = f64x2.relaxed_madd(u, y, s02);
    s12 = f64x2.relaxed_madd(v, y, s12);
    y = v128.load(y3);
    s03 = f64x2.relaxed_madd(u, y, s03);
    s13 = f64x2.relaxed_madd(v, y, s13);
    x0 += 16;
    x1 += 16;
    y0 += 16;
    y1 += 16;
    y2 += 16;
    y3 += 16;
  }
  const isOdd = rowBytes & 8;
  storeSums(target, s00, s01, s02, s03);
  if (isOdd) addLast(target, x0, y0, y1, y2, y3);
  target += outBytes;
  storeSums(target, s10, s11, s12, s13);
  if (isOdd) addLast(target, x1, y0, y1, y2, y3);
}

function tile1x4(x: usize, y0: usize, rowBytes: usize, target: usize): void {
  let y1 = y0 + rowBytes;
  let y2 = y1 + rowBytes;
  let y3 = y2 + rowBytes;
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  const end = x + (rowBytes & ~15);
  while (x < end) {
    const u = v128.load(x);
    s0 = f64x2.relaxed_madd(u, v128.load(y0), s0);
    s1 = f64x2.relaxed_madd(u, v128.load(y1), s1);
    s2 = f64x2.relaxed_madd(u, v128.load(y2), s2);
    s3 = f64x2.relaxed_madd(u, v128.load(y3), s3);
    x += 16;
    y0 += 16;
    y1 += 16;
    y2 += 16;
    y3 += 16;
  }
  storeSums(target, s0, s1, s2, s3);
  if (rowBytes & 8) addLast(target, x, y0, y1, y2, y3);
}

function storeSums(target: usize, s0: v128, s1: v128, s2: v128, s3: v128): void {
  f64.store(target, sumOfTwo(s0));
  f64.store(target, sumOfTwo(s1), 8);
  f64.store(target, sumOfTwo(s2), 16);
  f64.store(target, sumOfTwo(s3), 24);
}

/** Of rows of odd length what the pairs left over. */
function addLast(target: usize, x: usize, y0: usize, y1: usize, y2: usize, y3: usize): void {
  const last = f64.load(x);
  f64.store(target, f64.load(target) + last * f64.load(y0));
  f64.store(target, f64.load(target, 8) + last * f64.load(y1), 8);
  f64.store(target, f64.load(target, 16) + last * f64.load(y2), 16);
  f64.store(target, f64.load(target, 24) + last * f64.load(y3), 24);
}

function product(x: usize, y: usize, rowBytes: usize): f64 {
  let sums = f64x2.splat(0);
  const end = x + (rowBytes & ~15);
  while (x < end) {
    sums = f64x2.relaxed_madd(v128.load(x), v128.load(y), sums);
    x += 16;
    y += 16;
  }
  const sum = sumOfTwo(sums);
  return rowBytes & 8 ? sum + f64.load(x) * f64.load(y) : sum;
}

function sumOfTwo(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}

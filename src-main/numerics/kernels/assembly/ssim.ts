// The structural similarity index (Wang, Bovik, Sheikh, Simoncelli 2004) with a symmetric window, symbols as there.
import { filterFour, loadLanes, reflectMargins, storeLanes, tabulateRows } from './window';

/**
 * Moments are taken about the middle of the value range: variances do not change, and single precision loses
 * less in the difference of squares.
 */
const middle: f32 = 0.5;

/**
 * out [height x width]: SSIM of planes a and b in the window weights [2 * radius + 1] around each pixel.
 * scratch holds four rows of width + 2 * radius + 4 values, then two tables of 2 * radius + 1 addresses.
 */
export function ssimMap(
  a: usize,
  b: usize,
  width: i32,
  height: i32,
  weights: usize,
  radius: i32,
  c1: f32,
  c2: f32,
  scratch: usize,
  out: usize,
): void {
  const rowBytes = <usize>width << 2;
  const taps = 2 * radius + 1;
  const bufferBytes = <usize>(width + 2 * radius + 4) << 2;
  const meansA = scratch;
  const meansB = meansA + bufferBytes;
  const squares = meansB + bufferBytes;
  const products = squares + bufferBytes;
  const tableA = products + bufferBytes;
  const tableB = tableA + (<usize>taps << 2);
  for (let y = 0; y < height; y++) {
    tabulateRows(a, rowBytes, height, y, radius, tableA);
    tabulateRows(b, rowBytes, height, y, radius, tableB);
    verticalMoments(tableA, tableB, weights, taps, width, scratch + (<usize>radius << 2), bufferBytes);
    reflectMargins(meansA, width, radius);
    reflectMargins(meansB, width, radius);
    reflectMargins(squares, width, radius);
    reflectMargins(products, width, radius);
    for (let x = 0; x < width; x += 4) {
      const at = <usize>x << 2;
      const index = similarity(
        filterFour(meansA + at, weights, taps),
        filterFour(meansB + at, weights, taps),
        filterFour(squares + at, weights, taps),
        filterFour(products + at, weights, taps),
        c1,
        c2,
      );
      storeLanes(out + at, index, width - x);
    }
    out += rowBytes;
  }
}

/** Column sums of a, b, a^2 + b^2 and ab about the middle, into four consecutive row buffers. */
function verticalMoments(
  tableA: usize,
  tableB: usize,
  weights: usize,
  taps: i32,
  width: i32,
  rows: usize,
  bufferBytes: usize,
): void {
  const shift = f32x4.splat(middle);
  for (let x = 0; x < width; x += 4) {
    const at = <usize>x << 2;
    let meanA = f32x4.splat(0);
    let meanB = meanA;
    let square = meanA;
    let product = meanA;
    for (let t = 0; t < taps; t++) {
      const offset = <usize>t << 2;
      const weight = v128.load32_splat(weights + offset);
      const valueA = f32x4.sub(loadLanes(load<usize>(tableA + offset) + at, width - x), shift);
      const valueB = f32x4.sub(loadLanes(load<usize>(tableB + offset) + at, width - x), shift);
      const weightedA = f32x4.mul(weight, valueA);
      const weightedB = f32x4.mul(weight, valueB);
      meanA = f32x4.add(meanA, weightedA);
      meanB = f32x4.add(meanB, weightedB);
      square = f32x4.relaxed_madd(weightedA, valueA, square);
      square = f32x4.relaxed_madd(weightedB, valueB, square);
      product = f32x4.relaxed_madd(weightedA, valueB, product);
    }
    const target = rows + at;
    v128.store(target, meanA);
    v128.store(target + bufferBytes, meanB);
    v128.store(target + 2 * bufferBytes, square);
    v128.store(target + 3 * bufferBytes, product);
  }
}

function similarity(meanA: v128, meanB: v128, square: v128, product: v128, c1: f32, c2: f32): v128 {
  const shift = f32x4.splat(middle);
  const two = f32x4.splat(2);
  const stabiliser1 = f32x4.splat(c1);
  const stabiliser2 = f32x4.splat(c2);
  const variances = f32x4.relaxed_nmadd(meanB, meanB, f32x4.relaxed_nmadd(meanA, meanA, square));
  const covariance = f32x4.relaxed_nmadd(meanA, meanB, product);
  const muA = f32x4.add(meanA, shift);
  const muB = f32x4.add(meanB, shift);
  const above = f32x4.mul(
    f32x4.relaxed_madd(two, f32x4.mul(muA, muB), stabiliser1),
    f32x4.relaxed_madd(two, covariance, stabiliser2),
  );
  const below = f32x4.mul(
    f32x4.relaxed_madd(muA, muA, f32x4.relaxed_madd(muB, muB, stabiliser1)),
    f32x4.add(variances, stabiliser2),
  );
  return f32x4.div(above, below);
}

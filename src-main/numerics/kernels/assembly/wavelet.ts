// The orthogonal wavelet transform of a plane, in double or in single precision: T is f64 or f32, and a vector holds as many
// numbers as fit. A wavelet has four taps, h for averages and g for details, the second of which lies on the first of each
// pair; the two of Haar's stand in the middle. Lines go on periodically. Along a line of 2n numbers
//
//   average_k = sum of h_j line_(2k - 1 + j),  detail_k = sum of g_j line_(2k - 1 + j),
//
// which is orthogonal, so that its transpose undoes it. Each level goes from the plane to the scratch and back.

import { evens, firstPairs, lastPairs, odds } from './lanes';

/**
 * After each level the quarter of averages lies at the top left, details to its right and below.
 *
 * @param plane [height x width] with rows of `stride` numbers, both sides divisible by 2^levels
 * @param taps [16] h, g, and what synthesis takes of them: h1, g1, h3, g3 at even places, h0, g0, h2, g2 at odd ones
 * @param scratch as the plane
 */
export function waveletForward64(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  levels: i32,
  taps: usize,
  scratch: usize,
): void {
  forward<f64>(plane, width, height, stride, levels, taps, scratch);
}

/** As {@link waveletForward64}, in single precision. */
export function waveletForward32(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  levels: i32,
  taps: usize,
  scratch: usize,
): void {
  forward<f32>(plane, width, height, stride, levels, taps, scratch);
}

/** Undoes {@link waveletForward64}. */
export function waveletBackward64(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  levels: i32,
  taps: usize,
  scratch: usize,
): void {
  backward<f64>(plane, width, height, stride, levels, taps, scratch);
}

/** Undoes {@link waveletForward32}. */
export function waveletBackward32(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  levels: i32,
  taps: usize,
  scratch: usize,
): void {
  backward<f32>(plane, width, height, stride, levels, taps, scratch);
}

@inline
function forward<T>(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  levels: i32,
  taps: usize,
  scratch: usize,
): void {
  const rowBytes = <usize>stride * sizeof<T>();
  for (let level = 0; level < levels; level++) {
    const across = width >> level;
    const down = height >> level;
    for (let y = 0; y < down; y++)
      analyseRow<T>(plane + <usize>y * rowBytes, across, taps, scratch + <usize>y * rowBytes);
    analyseColumns<T>(scratch, across, down, rowBytes, taps, plane);
  }
}

@inline
function backward<T>(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  levels: i32,
  taps: usize,
  scratch: usize,
): void {
  const rowBytes = <usize>stride * sizeof<T>();
  for (let level = levels - 1; level >= 0; level--) {
    const across = width >> level;
    const down = height >> level;
    synthesiseColumns<T>(plane, across, down, rowBytes, taps, scratch);
    for (let y = 0; y < down; y++)
      synthesiseRow<T>(scratch + <usize>y * rowBytes, across, taps, plane + <usize>y * rowBytes);
  }
}

function analyseRow<T>(line: usize, length: i32, taps: usize, out: usize): void {
  const half = length >> 1;
  const lanes = <i32>(16 / sizeof<T>());
  const details = <usize>half * sizeof<T>();
  const h0 = tap<T>(taps, 0);
  const h1 = tap<T>(taps, 1);
  const h2 = tap<T>(taps, 2);
  const h3 = tap<T>(taps, 3);
  const g0 = tap<T>(taps, 4);
  const g1 = tap<T>(taps, 5);
  const g2 = tap<T>(taps, 6);
  const g3 = tap<T>(taps, 7);
  analyseOne<T>(line, length, 0, taps, out);
  let k = 1;
  for (; k + lanes < half; k += lanes) {
    const from = line + <usize>(2 * k - 1) * sizeof<T>();
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from + 2 * sizeof<T>());
    const d = v128.load(from + 2 * sizeof<T>(), 16);
    const x0 = evens<T>(a, b);
    const x1 = odds<T>(a, b);
    const x2 = evens<T>(c, d);
    const x3 = odds<T>(c, d);
    const target = out + <usize>k * sizeof<T>();
    v128.store(target, weighted<T>(h0, x0, h1, x1, h2, x2, h3, x3));
    v128.store(target + details, weighted<T>(g0, x0, g1, x1, g2, x2, g3, x3));
  }
  for (; k < half; k++) analyseOne<T>(line, length, k, taps, out);
}

@inline
function analyseOne<T>(line: usize, length: i32, k: i32, taps: usize, out: usize): void {
  const x1 = line + <usize>(2 * k) * sizeof<T>();
  const x0 = k > 0 ? x1 - sizeof<T>() : line + <usize>(length - 1) * sizeof<T>();
  const x2 = x1 + sizeof<T>();
  const x3 = 2 * k + 2 < length ? x2 + sizeof<T>() : line;
  const target = out + <usize>k * sizeof<T>();
  store<T>(target, weightedOne<T>(taps, x0, x1, x2, x3));
  const details = <usize>(length >> 1) * sizeof<T>();
  store<T>(target + details, weightedOne<T>(taps + 4 * sizeof<T>(), x0, x1, x2, x3));
}

function synthesiseRow<T>(line: usize, length: i32, taps: usize, out: usize): void {
  const half = length >> 1;
  const lanes = <i32>(16 / sizeof<T>());
  const details = <usize>half * sizeof<T>();
  const h0 = tap<T>(taps, 0);
  const h1 = tap<T>(taps, 1);
  const h2 = tap<T>(taps, 2);
  const h3 = tap<T>(taps, 3);
  const g0 = tap<T>(taps, 4);
  const g1 = tap<T>(taps, 5);
  const g2 = tap<T>(taps, 6);
  const g3 = tap<T>(taps, 7);
  synthesiseOne<T>(line, half, 0, taps, out);
  let k = 1;
  for (; k + lanes < half; k += lanes) {
    const from = line + <usize>k * sizeof<T>();
    const a = v128.load(from);
    const d = v128.load(from + details);
    const before = from - sizeof<T>();
    const behind = from + sizeof<T>();
    const even = weighted<T>(h1, a, g1, d, h3, v128.load(before), g3, v128.load(before + details));
    const odd = weighted<T>(h0, v128.load(behind), g0, v128.load(behind + details), h2, a, g2, d);
    const target = out + <usize>(2 * k) * sizeof<T>();
    v128.store(target, firstPairs<T>(even, odd));
    v128.store(target, lastPairs<T>(even, odd), 16);
  }
  for (; k < half; k++) synthesiseOne<T>(line, half, k, taps, out);
}

@inline
function synthesiseOne<T>(line: usize, half: i32, k: i32, taps: usize, out: usize): void {
  const details = <usize>half * sizeof<T>();
  const here = line + <usize>k * sizeof<T>();
  const before = line + <usize>((k + half - 1) % half) * sizeof<T>();
  const behind = line + <usize>((k + 1) % half) * sizeof<T>();
  const even = evenTaps<T>(taps);
  const odd = oddTaps<T>(taps);
  const target = out + <usize>(2 * k) * sizeof<T>();
  store<T>(target, weightedOne<T>(even, here, here + details, before, before + details));
  store<T>(target + sizeof<T>(), weightedOne<T>(odd, behind, behind + details, here, here + details));
}

function analyseColumns<T>(
  from: usize,
  across: i32,
  down: i32,
  rowBytes: usize,
  taps: usize,
  out: usize,
): void {
  const half = down >> 1;
  const toDetails = <usize>half * rowBytes;
  for (let k = 0; k < half; k++) {
    const x0 = from + <usize>(k > 0 ? 2 * k - 1 : down - 1) * rowBytes;
    const x1 = from + <usize>(2 * k) * rowBytes;
    const x2 = x1 + rowBytes;
    const x3 = from + <usize>(k < half - 1 ? 2 * k + 2 : 0) * rowBytes;
    weightedRows<T>(taps, x0, x1, x2, x3, across, out);
    weightedRows<T>(taps + 4 * sizeof<T>(), x0, x1, x2, x3, across, out + toDetails);
    out += rowBytes;
  }
}

function synthesiseColumns<T>(
  from: usize,
  across: i32,
  down: i32,
  rowBytes: usize,
  taps: usize,
  out: usize,
): void {
  const half = down >> 1;
  const toDetails = <usize>half * rowBytes;
  const even = evenTaps<T>(taps);
  const odd = oddTaps<T>(taps);
  for (let m = 0; m < half; m++) {
    const here = from + <usize>m * rowBytes;
    const before = from + <usize>((m + half - 1) % half) * rowBytes;
    const behind = from + <usize>((m + 1) % half) * rowBytes;
    weightedRows<T>(even, here, here + toDetails, before, before + toDetails, across, out);
    out += rowBytes;
    weightedRows<T>(odd, behind, behind + toDetails, here, here + toDetails, across, out);
    out += rowBytes;
  }
}

/** out [length] = four rows, each times its weight. */
function weightedRows<T>(
  weights: usize,
  x0: usize,
  x1: usize,
  x2: usize,
  x3: usize,
  length: i32,
  out: usize,
): void {
  const w0 = v128.load_splat<T>(weights);
  const w1 = v128.load_splat<T>(weights + sizeof<T>());
  const w2 = v128.load_splat<T>(weights + 2 * sizeof<T>());
  const w3 = v128.load_splat<T>(weights + 3 * sizeof<T>());
  const bytes = <usize>length * sizeof<T>();
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16)
    v128.store(
      out + at,
      weighted<T>(w0, v128.load(x0 + at), w1, v128.load(x1 + at), w2, v128.load(x2 + at), w3, v128.load(x3 + at)),
    );
  for (; at < bytes; at += sizeof<T>())
    store<T>(out + at, weightedOne<T>(weights, x0 + at, x1 + at, x2 + at, x3 + at));
}

@inline
function weightedOne<T>(weights: usize, x0: usize, x1: usize, x2: usize, x3: usize): T {
  return (
    load<T>(weights) * load<T>(x0) +
    load<T>(weights + sizeof<T>()) * load<T>(x1) +
    load<T>(weights + 2 * sizeof<T>()) * load<T>(x2) +
    load<T>(weights + 3 * sizeof<T>()) * load<T>(x3)
  );
}

@inline
function weighted<T>(
  w0: v128,
  x0: v128,
  w1: v128,
  x1: v128,
  w2: v128,
  x2: v128,
  w3: v128,
  x3: v128,
): v128 {
  let sum = v128.relaxed_madd<T>(w1, x1, v128.mul<T>(w0, x0));
  sum = v128.relaxed_madd<T>(w2, x2, sum);
  return v128.relaxed_madd<T>(w3, x3, sum);
}

@inline
function tap<T>(taps: usize, j: usize): v128 {
  return v128.load_splat<T>(taps + j * sizeof<T>());
}

/** What an even place takes of the average and the detail of its own pair, and of those before: h1, g1, h3, g3. */
@inline
function evenTaps<T>(taps: usize): usize {
  return taps + 8 * sizeof<T>();
}

/** What an odd place takes of the average and the detail behind, and of those of its own pair: h0, g0, h2, g2. */
@inline
function oddTaps<T>(taps: usize): usize {
  return taps + 12 * sizeof<T>();
}

// Filters shifted over a picture, in single precision. Rows of the picture and of the maps of codes may be longer than what they
// hold: beyond it they are 0, and a picture has at least 16 numbers to spare after its last row. Rows of taps and of sums
// are padded to whole vectors. Codes are mostly zeros, and only the others cost anything where codes are multiplied.

/**
 * plane -= the picture that the codes stand for: the sum of all filters at all places, each times its code.
 *
 * @param taps [filters x size x tapStride]
 * @param maps [filters x mapHeight x mapStride]
 * @param plane [height x planeStride]
 */
export function subtractSynthesis(
  taps: usize,
  filters: i32,
  size: i32,
  tapStride: i32,
  maps: usize,
  mapHeight: i32,
  mapStride: i32,
  plane: usize,
  planeStride: i32,
): void {
  eachCode(taps, filters, size, tapStride, maps, mapHeight, mapStride, plane, planeStride, false);
}

/**
 * sums [filters x size x tapStride] += for each tap the inner product of its filter's map with the plane shifted by it.
 * Shapes as above; beyond the size sums mean nothing.
 */
export function addFilterGradient(
  sums: usize,
  filters: i32,
  size: i32,
  tapStride: i32,
  maps: usize,
  mapHeight: i32,
  mapStride: i32,
  plane: usize,
  planeStride: i32,
): void {
  eachCode(sums, filters, size, tapStride, maps, mapHeight, mapStride, plane, planeStride, true);
}

/** Of each code that is not 0: adds its part of the plane to the taps, or takes its taps from the plane. */
function eachCode(
  taps: usize,
  filters: i32,
  size: i32,
  tapStride: i32,
  maps: usize,
  mapHeight: i32,
  mapStride: i32,
  plane: usize,
  planeStride: i32,
  intoTaps: bool,
): void {
  const tapBytes = <usize>tapStride << 2;
  const rowBytes = <usize>planeStride << 2;
  const mapBytes = <usize>mapStride << 2;
  const zero = f32x4.splat(0);
  for (let k = 0; k < filters; k++) {
    for (let y = 0; y < mapHeight; y++) {
      const row = plane + <usize>y * rowBytes;
      for (let x: usize = 0; x < mapBytes; x += 16) {
        let lanes = i32x4.bitmask(f32x4.ne(v128.load(maps + x), zero));
        while (lanes != 0) {
          const at = x + (<usize>ctz(lanes) << 2);
          lanes &= lanes - 1;
          const code = load<f32>(maps + at);
          if (intoTaps) addRows(taps, tapBytes, row + at, rowBytes, size, tapBytes, code);
          else addRows(row + at, rowBytes, taps, tapBytes, size, tapBytes, -code);
        }
      }
      maps += mapBytes;
    }
    taps += <usize>size * tapBytes;
  }
}

/**
 * sums [filters x filters x reach x reachStride] += correlations of all pairs of maps for shifts within a filter's reach of
 * 2 size - 1, see MapCorrelations.
 *
 * @param maps [filters x mapHeight + 2 size - 2 x mapStride], each with size - 1 zeros at least on every side
 */
export function addMapCorrelations(
  sums: usize,
  filters: i32,
  size: i32,
  reachStride: i32,
  maps: usize,
  mapHeight: i32,
  mapStride: i32,
): void {
  const reach = 2 * size - 1;
  const far = size - 1;
  const reachBytes = <usize>reachStride << 2;
  const pairBytes = <usize>reach * reachBytes;
  const mapBytes = <usize>mapStride << 2;
  const planeBytes = <usize>(mapHeight + 2 * far) * mapBytes;
  const margin = <usize>far << 2;
  const zero = f32x4.splat(0);
  for (let k = 0; k < filters; k++) {
    for (let y = 0; y < mapHeight; y++) {
      const row = maps + <usize>k * planeBytes + <usize>(y + far) * mapBytes;
      for (let x: usize = 0; x < mapBytes; x += 16) {
        let lanes = i32x4.bitmask(f32x4.ne(v128.load(row + x), zero));
        while (lanes != 0) {
          const at = x + (<usize>ctz(lanes) << 2);
          lanes &= lanes - 1;
          const code = load<f32>(row + at);
          let other = maps + <usize>y * mapBytes + at - margin;
          let pair = sums + <usize>(k * filters) * pairBytes;
          for (let l = 0; l < filters; l++) {
            addRows(pair, reachBytes, other, mapBytes, reach, reachBytes, code);
            other += planeBytes;
            pair += pairBytes;
          }
        }
      }
    }
  }
}

/** Rows of target += factor times rows of source, each of whole vectors. */
@inline
function addRows(
  target: usize,
  targetBytes: usize,
  source: usize,
  sourceBytes: usize,
  rows: i32,
  length: usize,
  factor: f32,
): void {
  const factors = f32x4.splat(factor);
  for (let j = 0; j < rows; j++) {
    for (let at: usize = 0; at < length; at += 16)
      v128.store(
        target + at,
        f32x4.relaxed_madd(factors, v128.load(source + at), v128.load(target + at)),
      );
    target += targetBytes;
    source += sourceBytes;
  }
}

/**
 * maps [filters x mapHeight x mapStride] = the inner product of every filter with the plane at every place; beyond the width
 * of a map 0. Two filters and sixteen places at a time stay in registers.
 */
export function correlateFilters(
  taps: usize,
  filters: i32,
  size: i32,
  tapStride: i32,
  plane: usize,
  planeStride: i32,
  maps: usize,
  mapWidth: i32,
  mapHeight: i32,
  mapStride: i32,
): void {
  const filterBytes = <usize>(size * tapStride) << 2;
  const mapBytes = <usize>mapStride << 2;
  const planeOfMap = <usize>mapHeight * mapBytes;
  for (let k = 0; k < filters; k += 2) {
    // The last of an odd number goes beside itself.
    const next = min(k + 1, filters - 1);
    const first = taps + <usize>k * filterBytes;
    const second = taps + <usize>next * filterBytes;
    for (let y = 0; y < mapHeight; y++) {
      const row = plane + (<usize>(y * planeStride) << 2);
      const out = maps + <usize>k * planeOfMap + <usize>y * mapBytes;
      const outNext = maps + <usize>next * planeOfMap + <usize>y * mapBytes;
      let x: usize = 0;
      for (; x + 64 <= mapBytes; x += 64)
        correlateSixteen(first, second, size, tapStride, row + x, planeStride, out + x, outNext + x);
      for (; x < mapBytes; x += 16)
        correlateFour(first, second, size, tapStride, row + x, planeStride, out + x, outNext + x);
      const used = <usize>mapWidth << 2;
      memory.fill(out + used, 0, mapBytes - used);
      memory.fill(outNext + used, 0, mapBytes - used);
    }
  }
}

@inline
function correlateSixteen(
  first: usize,
  second: usize,
  size: i32,
  tapStride: i32,
  picture: usize,
  planeStride: i32,
  out: usize,
  outNext: usize,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const at = <usize>i << 2;
      const p0 = v128.load(picture + at);
      const p1 = v128.load(picture + at, 16);
      const p2 = v128.load(picture + at, 32);
      const p3 = v128.load(picture + at, 48);
      const a = v128.load32_splat(first + at);
      const b = v128.load32_splat(second + at);
      a0 = f32x4.relaxed_madd(a, p0, a0);
      a1 = f32x4.relaxed_madd(a, p1, a1);
      a2 = f32x4.relaxed_madd(a, p2, a2);
      a3 = f32x4.relaxed_madd(a, p3, a3);
      b0 = f32x4.relaxed_madd(b, p0, b0);
      b1 = f32x4.relaxed_madd(b, p1, b1);
      b2 = f32x4.relaxed_madd(b, p2, b2);
      b3 = f32x4.relaxed_madd(b, p3, b3);
    }
    first += <usize>tapStride << 2;
    second += <usize>tapStride << 2;
    picture += <usize>planeStride << 2;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  v128.store(out, a2, 32);
  v128.store(out, a3, 48);
  v128.store(outNext, b0);
  v128.store(outNext, b1, 16);
  v128.store(outNext, b2, 32);
  v128.store(outNext, b3, 48);
}

@inline
function correlateFour(
  first: usize,
  second: usize,
  size: i32,
  tapStride: i32,
  picture: usize,
  planeStride: i32,
  out: usize,
  outNext: usize,
): void {
  let a = f32x4.splat(0);
  let b = a;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const at = <usize>i << 2;
      const p = v128.load(picture + at);
      a = f32x4.relaxed_madd(v128.load32_splat(first + at), p, a);
      b = f32x4.relaxed_madd(v128.load32_splat(second + at), p, b);
    }
    first += <usize>tapStride << 2;
    second += <usize>tapStride << 2;
    picture += <usize>planeStride << 2;
  }
  v128.store(out, a);
  v128.store(outNext, b);
}

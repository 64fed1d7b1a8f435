// Nearest neighbours of the cells of a part among good parts, by L1 distance of 16-bit steps, eight candidates at a time.

/** 16-bit lanes of a vector. */
const lanes: i32 = 8;

/**
 * Sum over channels of how far the query lies from eight candidates. The first `twoSided` channels count both ways, the
 * others only where the query is above the candidate. Sums stay at the largest 16-bit value instead of wrapping.
 *
 * candidates [width][stride]: the eight candidates of a channel side by side
 */
// @ts-ignore: decorator
@inline
function distances(query: usize, candidates: usize, stride: usize, width: i32, twoSided: i32): v128 {
  let sum = i16x8.splat(0);
  let at = candidates;
  let channel = 0;
  for (; channel < twoSided; channel++, at += stride) {
    const difference = i16x8.sub_sat_s(v128.load16_splat(query + (<usize>channel << 1)), v128.load(at));
    sum = i16x8.add_sat_s(sum, i16x8.abs(difference));
  }
  for (; channel < width; channel++, at += stride) {
    const difference = i16x8.sub_sat_s(v128.load16_splat(query + (<usize>channel << 1)), v128.load(at));
    sum = i16x8.add_sat_s(sum, i16x8.max_s(difference, i16x8.splat(0)));
  }
  return sum;
}

/**
 * Distance of each cell to its nearest good parts at the same place: for each reference the least over the nine cells
 * around, then the mean of the three smallest.
 *
 * query      [rows x columns][width]
 * references [rows x columns][width][padded], padded = count rounded up to eight
 * excluded   index of a reference to leave out, or -1
 * out        [rows x columns] mean distance in steps
 * nearest    [rows x columns] reference * 9 + offset of the least, offset = 3 (dy + 1) + dx + 1
 * scratch    32 bytes
 */
export function nearestReferences(
  query: usize,
  references: usize,
  columns: i32,
  rows: i32,
  count: i32,
  width: i32,
  twoSided: i32,
  excluded: i32,
  out: usize,
  nearest: usize,
  scratch: usize,
): void {
  const stride = <usize>((count + lanes - 1) & ~(lanes - 1)) << 1;
  const place = stride * <usize>width;
  for (let row = 0; row < rows; row++) {
    const top = max(row - 1, 0);
    const bottom = min(row + 1, rows - 1);
    for (let column = 0; column < columns; column++) {
      const left = max(column - 1, 0);
      const right = min(column + 1, columns - 1);
      const cell = row * columns + column;
      const own = query + (<usize>(cell * width) << 1);
      let first = i32.MAX_VALUE;
      let second = i32.MAX_VALUE;
      let third = i32.MAX_VALUE;
      let best = -1;
      for (let group = 0; group < count; group += lanes) {
        let least = i16x8.splat(0x7fff);
        let offsets = i16x8.splat(0);
        for (let y = top; y <= bottom; y++) {
          for (let x = left; x <= right; x++) {
            const candidates = references + <usize>(y * columns + x) * place + (<usize>group << 1);
            const found = distances(own, candidates, stride, width, twoSided);
            const closer = i16x8.lt_s(found, least);
            least = i16x8.min_s(found, least);
            offsets = v128.bitselect(i16x8.splat(<i16>((y - row + 1) * 3 + (x - column + 1))), offsets, closer);
          }
        }
        v128.store(scratch, least);
        v128.store(scratch, offsets, 16);
        const filled = min(lanes, count - group);
        for (let lane = 0; lane < filled; lane++) {
          const reference = group + lane;
          const distance = <i32>load<i16>(scratch + (<usize>lane << 1));
          if (distance >= third || reference == excluded) continue;
          if (distance >= second) {
            third = distance;
          } else if (distance >= first) {
            third = second;
            second = distance;
          } else {
            third = second;
            second = first;
            first = distance;
            best = reference * 9 + <i32>load<i16>(scratch + (<usize>lane << 1), 16);
          }
        }
      }
      let sum = <f32>first;
      let taken: f32 = 1;
      if (second != i32.MAX_VALUE) {
        sum += <f32>second;
        taken += 1;
      }
      if (third != i32.MAX_VALUE) {
        sum += <f32>third;
        taken += 1;
      }
      store<f32>(out + (<usize>cell << 2), sum / taken);
      store<i32>(nearest + (<usize>cell << 2), best);
    }
  }
}

/**
 * Distance of each cell to the nearest of a bank of good patches from anywhere.
 *
 * query   [cells][width]
 * bank    [padded / 8][width][8], padded = count rounded up to eight by repeating patches
 * skip    [padded] which part each patch is from; those of part `excluded` are left out
 * out     [cells] least distance in steps
 */
export function nearestInBank(
  query: usize,
  bank: usize,
  cells: i32,
  count: i32,
  width: i32,
  parts: usize,
  excluded: i32,
  out: usize,
): void {
  const group = <usize>width << 4;
  const unwanted = i16x8.splat(<i16>excluded);
  for (let cell = 0; cell < cells; cell++) {
    const own = query + (<usize>(cell * width) << 1);
    let least = i16x8.splat(0x7fff);
    let at = bank;
    for (let patch = 0; patch < count; patch += lanes, at += group) {
      const found = distances(own, at, 16, width, width);
      const left = i16x8.eq(v128.load(parts + (<usize>patch << 1)), unwanted);
      least = i16x8.min_s(least, v128.bitselect(i16x8.splat(0x7fff), found, left));
    }
    least = i16x8.min_s(least, i8x16.shuffle(least, least, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    least = i16x8.min_s(least, i8x16.shuffle(least, least, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
    least = i16x8.min_s(least, i8x16.shuffle(least, least, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
    store<f32>(out + (<usize>cell << 2), <f32>i16x8.extract_lane_s(least, 0));
  }
}

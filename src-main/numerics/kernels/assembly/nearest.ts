// Nearest neighbours of the cells of a part among good parts, by L1 distance of 16-bit steps, eight candidates at a time.
// Channels come in fours: `twoSided` fours that count both ways, then `oneSided` fours that count only where the query is
// above the candidate. Padding is zero on both sides and adds nothing.

/** 16-bit lanes of a vector. */
const lanes: i32 = 8;

/** Repeats each of a query's values in all lanes, so that the inner loop reads them as they are. */
function spread(query: usize, width: i32, out: usize): void {
  for (let channel = 0; channel < width; channel++) {
    v128.store(out + (<usize>channel << 4), v128.load16_splat(query + (<usize>channel << 1)));
  }
}

@inline
function difference(query: usize, candidates: usize): v128 {
  return i16x8.sub_sat_s(v128.load(query), v128.load(candidates));
}

@inline
function either(query: usize, candidates: usize): v128 {
  return i16x8.abs(difference(query, candidates));
}

@inline
function above(query: usize, candidates: usize): v128 {
  return i16x8.max_s(difference(query, candidates), i16x8.splat(0));
}

/**
 * Sum over channels of how far the query lies from eight candidates. Sums stay at the largest 16-bit value instead of
 * wrapping. Once no candidate can come below its bound, the sums so far are returned: they are not below it either.
 *
 * query      [width][8], spread
 * candidates [width][stride bytes]: the eight candidates of a channel side by side
 */
@inline
function distances(query: usize, candidates: usize, stride: usize, twoSided: i32, oneSided: i32, bound: v128): v128 {
  let sum = i16x8.splat(0);
  let own = query;
  let at = candidates;
  for (let four = 0; four < twoSided; four++, own += 64, at += 4 * stride) {
    const upper = i16x8.add_sat_s(either(own, at), either(own + 16, at + stride));
    const lower = i16x8.add_sat_s(either(own + 32, at + 2 * stride), either(own + 48, at + 3 * stride));
    sum = i16x8.add_sat_s(sum, i16x8.add_sat_s(upper, lower));
    if (!v128.any_true(i16x8.lt_s(sum, bound))) return sum;
  }
  for (let four = 0; four < oneSided; four++, own += 64, at += 4 * stride) {
    const upper = i16x8.add_sat_s(above(own, at), above(own + 16, at + stride));
    const lower = i16x8.add_sat_s(above(own + 32, at + 2 * stride), above(own + 48, at + 3 * stride));
    sum = i16x8.add_sat_s(sum, i16x8.add_sat_s(upper, lower));
    if (!v128.any_true(i16x8.lt_s(sum, bound))) return sum;
  }
  return sum;
}

/** The third smallest of 16-bit values that are not negative, or the largest 16-bit value when there are fewer. */
@inline
function thirdOf(values: usize, count: i32): i32 {
  let first = 0x7fff;
  let second = 0x7fff;
  let third = 0x7fff;
  for (let i = 0; i < count; i++) {
    const value = <i32>load<i16>(values + (<usize>i << 1));
    if (value >= third) continue;
    third = max(value, second);
    second = min(max(value, first), second);
    first = min(value, first);
  }
  return third;
}

/**
 * Distance of each cell to its nearest good parts at the same place: for each reference the least over the cell and its
 * four neighbours, then the mean of the three smallest. Every `step`-th cell is compared in both directions; the references are
 * there at every cell.
 *
 * query      [ceil(rows / step) x ceil(columns / step)][width], width = 4 (twoSided + oneSided)
 * references [rows x columns][width][padded], padded = count rounded up to eight
 * excluded   index of a reference to leave out, or -1
 * out        [cells compared] mean distance in steps
 * nearest    [cells compared] reference * 9 + offset of the least, offset = 3 (dy + 1) + dx + 1
 * scratch    16 width + 2 padded + 32 bytes
 */
export function nearestReferences(
  query: usize,
  references: usize,
  columns: i32,
  rows: i32,
  step: i32,
  count: i32,
  twoSided: i32,
  oneSided: i32,
  excluded: i32,
  out: usize,
  nearest: usize,
  scratch: usize,
): void {
  const width = 4 * (twoSided + oneSided);
  const stride = <usize>((count + lanes - 1) & ~(lanes - 1)) << 1;
  const place = stride * <usize>width;
  const own = scratch + 32;
  const here = own + (<usize>width << 4);
  const unbounded = i16x8.splat(0x7fff);
  let cell: usize = 0;
  for (let row = 0; row < rows; row += step) {
    const top = max(row - 1, 0);
    const bottom = min(row + 1, rows - 1);
    for (let column = 0; column < columns; column += step, cell++) {
      const left = max(column - 1, 0);
      const right = min(column + 1, columns - 1);
      spread(query + cell * <usize>(width << 1), width, own);

      // The cell itself first: the third smallest distance there bounds what the neighbours still have to beat.
      const centre = references + <usize>(row * columns + column) * place;
      for (let group = 0; group < count; group += lanes) {
        const at = <usize>group << 1;
        v128.store(here + at, distances(own, centre + at, stride, twoSided, oneSided, unbounded));
      }
      if (excluded >= 0) store<i16>(here + (<usize>excluded << 1), 0x7fff);
      const worst = i16x8.splat(<i16>min(thirdOf(here, count) + 1, 0x7fff));

      let first = i32.MAX_VALUE;
      let second = i32.MAX_VALUE;
      let third = i32.MAX_VALUE;
      let best = -1;
      for (let group = 0; group < count; group += lanes) {
        let least = v128.load(here + (<usize>group << 1));
        let offsets = i16x8.splat(4);
        for (let y = top; y <= bottom; y++) {
          for (let x = left; x <= right; x++) {
            if ((x == column) == (y == row)) continue;
            const candidates = references + <usize>(y * columns + x) * place + (<usize>group << 1);
            const found = distances(own, candidates, stride, twoSided, oneSided, i16x8.min_s(least, worst));
            const closer = i16x8.lt_s(found, least);
            least = i16x8.min_s(found, least);
            offsets = v128.bitselect(i16x8.splat(<i16>((y - row + 1) * 3 + (x - column + 1))), offsets, closer);
          }
        }
        if (third != i32.MAX_VALUE && !v128.any_true(i16x8.lt_s(least, i16x8.splat(<i16>min(third, 0x7fff))))) continue;
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
      store<f32>(out + (cell << 2), sum / taken);
      store<i32>(nearest + (cell << 2), best);
    }
  }
}

/**
 * Lowers the distance of each cell to that of the nearest of a bank of good patches from anywhere. Cells that are nearer
 * than `least` to begin with are left as they are.
 *
 * query     [cells][4 fours]
 * bank      [count / 8][4 fours][8], count a multiple of eight
 * parts     [count] which part each patch is from; those of part `excluded` are left out
 * distances [cells] in steps, lowered in place
 * scratch   64 fours bytes
 */
export function nearestInBank(
  query: usize,
  bank: usize,
  cells: i32,
  count: i32,
  fours: i32,
  parts: usize,
  excluded: i32,
  least: f32,
  found: usize,
  scratch: usize,
): void {
  const width = 4 * fours;
  const group = <usize>width << 4;
  const unwanted = i16x8.splat(<i16>excluded);
  for (let cell = 0; cell < cells; cell++) {
    const known = load<f32>(found + (<usize>cell << 2));
    if (known < least) continue;
    spread(query + (<usize>(cell * width) << 1), width, scratch);
    let bound = i16x8.splat(<i16>min<f32>(ceil(known), 0x7fff));
    let at = bank;
    for (let patch = 0; patch < count; patch += lanes, at += group) {
      const sums = distances(scratch, at, 16, fours, 0, bound);
      const left = i16x8.eq(v128.load(parts + (<usize>patch << 1)), unwanted);
      bound = i16x8.min_s(bound, v128.bitselect(bound, sums, left));
    }
    bound = i16x8.min_s(bound, i8x16.shuffle(bound, bound, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    bound = i16x8.min_s(bound, i8x16.shuffle(bound, bound, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
    bound = i16x8.min_s(bound, i8x16.shuffle(bound, bound, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
    store<f32>(found + (<usize>cell << 2), min(known, <f32>i16x8.extract_lane_s(bound, 0)));
  }
}

// Distance of every cell of a part to the nearest good parts at the same place.

/**
 * Squared distance of each cell to its nearest good parts, by position: over the references, the least distance within
 * one cell in each direction; over those, the mean of the `take` smallest.
 *
 * Values are 16-bit integers, `width` of them per cell (a multiple of 8, padded by zeros). Where `oneSided` is -1, only
 * values above the reference count.
 *
 * query      [rows x columns][width]
 * references [rows x columns][count][width]
 * nearest    [rows x columns] reference index and cell offset of the least distance: reference * 9 + offset
 */
export function nearestReferences(
  query: usize,
  references: usize,
  columns: i32,
  rows: i32,
  count: i32,
  width: i32,
  oneSided: usize,
  excluded: i32,
  take: i32,
  out: usize,
  nearest: usize,
): void {
  const cellBytes = <usize>width << 1;
  const placeBytes = cellBytes * <usize>count;
  for (let row = 0; row < rows; row++) {
    const top = max(row - 1, 0);
    const bottom = min(row + 1, rows - 1);
    for (let column = 0; column < columns; column++) {
      const left = max(column - 1, 0);
      const right = min(column + 1, columns - 1);
      const cell = row * columns + column;
      const own = query + <usize>cell * cellBytes;
      let first: i32 = i32.MAX_VALUE;
      let second: i32 = i32.MAX_VALUE;
      let third: i32 = i32.MAX_VALUE;
      let best: i32 = -1;
      for (let reference = 0; reference < count; reference++) {
        if (reference == excluded) continue;
        let least: i32 = i32.MAX_VALUE;
        let leastOffset = 0;
        for (let y = top; y <= bottom; y++) {
          for (let x = left; x <= right; x++) {
            const other = references + <usize>(y * columns + x) * placeBytes + <usize>reference * cellBytes;
            let sum = i32x4.splat(0);
            for (let i: usize = 0; i < cellBytes; i += 16) {
              const difference = i16x8.sub_sat_s(v128.load(own + i), v128.load(other + i));
              const floor = v128.load(oneSided + i);
              const kept = v128.andnot(difference, v128.and(i16x8.shr_s(difference, 15), floor));
              sum = i32x4.add(sum, i32x4.dot_i16x8_s(kept, kept));
            }
            const distance =
              i32x4.extract_lane(sum, 0) +
              i32x4.extract_lane(sum, 1) +
              i32x4.extract_lane(sum, 2) +
              i32x4.extract_lane(sum, 3);
            if (distance < least) {
              least = distance;
              leastOffset = (y - row + 1) * 3 + (x - column + 1);
            }
          }
        }
        if (least < third) {
          if (least < second) {
            third = second;
            if (least < first) {
              second = first;
              first = least;
              best = reference * 9 + leastOffset;
            } else {
              second = least;
            }
          } else {
            third = least;
          }
        }
      }
      let sum = <f32>first;
      let used: f32 = 1;
      if (take > 1 && second != i32.MAX_VALUE) {
        sum += <f32>second;
        used += 1;
      }
      if (take > 2 && third != i32.MAX_VALUE) {
        sum += <f32>third;
        used += 1;
      }
      store<f32>(out + (<usize>cell << 2), sum / used);
      store<i32>(nearest + (<usize>cell << 2), best);
    }
  }
}

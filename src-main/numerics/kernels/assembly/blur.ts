import { filterFour, loadLanes, reflectMargins, storeLanes, tabulateRows } from './window';

/**
 * Filters a plane with the separable window weights [2 * radius + 1]; out must not be the plane itself.
 * scratch holds a row of width + 2 * radius + 4 values, then a table of 2 * radius + 1 addresses.
 */
export function blur(
  plane: usize,
  width: i32,
  height: i32,
  weights: usize,
  radius: i32,
  scratch: usize,
  out: usize,
): void {
  const rowBytes = <usize>width << 2;
  const taps = 2 * radius + 1;
  const row = scratch + (<usize>radius << 2);
  const table = scratch + (<usize>(width + 2 * radius + 4) << 2);
  for (let y = 0; y < height; y++) {
    tabulateRows(plane, rowBytes, height, y, radius, table);
    for (let x = 0; x < width; x += 4) {
      const at = <usize>x << 2;
      let sum = f32x4.splat(0);
      for (let t = 0; t < taps; t++) {
        const offset = <usize>t << 2;
        const values = loadLanes(load<usize>(table + offset) + at, width - x);
        sum = f32x4.relaxed_madd(v128.load32_splat(weights + offset), values, sum);
      }
      v128.store(row + at, sum);
    }
    reflectMargins(scratch, width, radius);
    for (let x = 0; x < width; x += 4) {
      const at = <usize>x << 2;
      storeLanes(out + at, filterFour(scratch + at, weights, taps), width - x);
    }
    out += rowBytes;
  }
}

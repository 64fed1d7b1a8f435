/** out [ceil(height / 2) x ceil(width / 2)]: means of 2 x 2 squares; an odd last row or column counts twice. */
export function downsampleByTwo(plane: usize, width: i32, height: i32, out: usize): void {
  const rowBytes = <usize>width << 2;
  const quarter = f32x4.splat(0.25);
  for (let y = 0; y < height; y += 2) {
    let upper = plane + <usize>y * rowBytes;
    let lower = y + 1 < height ? upper + rowBytes : upper;
    let x: i32 = 0;
    for (; x + 8 <= width; x += 8) {
      const low = f32x4.add(v128.load(upper), v128.load(lower));
      const high = f32x4.add(v128.load(upper, 16), v128.load(lower, 16));
      const even = i32x4.shuffle(low, high, 0, 2, 4, 6);
      const odd = i32x4.shuffle(low, high, 1, 3, 5, 7);
      v128.store(out, f32x4.mul(f32x4.add(even, odd), quarter));
      upper += 32;
      lower += 32;
      out += 16;
    }
    for (; x < width; x += 2) {
      const next: usize = x + 1 < width ? 4 : 0;
      const left = f32.load(upper) + f32.load(lower);
      const right = f32.load(upper + next) + f32.load(lower + next);
      f32.store(out, (left + right) * 0.25);
      upper += 8;
      lower += 8;
      out += 4;
    }
  }
}

/**
 * Bilinear interpolation of map [rows x columns] at separable positions: pixel x lies fractionX[x] of the way
 * from column lowX[x] to the next, likewise for rows. buffer holds columns + 1 values.
 */
export function interpolateGrid(
  map: usize,
  columns: i32,
  rows: i32,
  lowX: usize,
  fractionX: usize,
  lowY: usize,
  fractionY: usize,
  width: i32,
  height: i32,
  buffer: usize,
  out: usize,
): void {
  const mapRowBytes = <usize>columns << 2;
  for (let y = 0; y < height; y++) {
    const low = i32.load(lowY + (<usize>y << 2));
    const upper = map + <usize>low * mapRowBytes;
    const lower = low + 1 < rows ? upper + mapRowBytes : upper;
    blend(upper, lower, f32.load(fractionY + (<usize>y << 2)), columns, buffer);
    // The last column has no next one; its fraction is 0.
    f32.store(buffer + mapRowBytes, f32.load(buffer + mapRowBytes - 4));
    for (let x = 0; x < width; x++) {
      const at = buffer + (<usize>i32.load(lowX + (<usize>x << 2)) << 2);
      const value = f32.load(at);
      f32.store(out, value + f32.load(fractionX + (<usize>x << 2)) * (f32.load(at, 4) - value));
      out += 4;
    }
  }
}

function blend(upper: usize, lower: usize, fraction: f32, length: i32, out: usize): void {
  for (let i = 0; i < length; i++) {
    const at = <usize>i << 2;
    const value = f32.load(upper + at);
    f32.store(out + at, value + fraction * (f32.load(lower + at) - value));
  }
}

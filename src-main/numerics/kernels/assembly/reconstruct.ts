/** out [count x dimension]: each row the sum of its code's atoms times their coefficients. */
export function reconstruct(
  atoms: usize,
  dimension: i32,
  count: i32,
  nonzeros: i32,
  indices: usize,
  coefficients: usize,
  sizes: usize,
  out: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const codeBytes = <usize>nonzeros << 2;
  for (let i = 0; i < count; i++) {
    memory.fill(out, 0, rowBytes);
    const size = i32.load(sizes + (<usize>i << 2));
    for (let j = 0; j < size; j++) {
      const atom = atoms + <usize>i32.load(indices + (<usize>j << 2)) * rowBytes;
      addScaled(out, atom, f32.load(coefficients + (<usize>j << 2)), dimension);
    }
    indices += codeBytes;
    coefficients += codeBytes;
    out += rowBytes;
  }
}

/** target += factor * source, over length values. */
export function addScaled(target: usize, source: usize, factor: f32, length: i32): void {
  const factors = f32x4.splat(factor);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    v128.store(target, f32x4.relaxed_madd(factors, v128.load(source), v128.load(target)));
    target += 16;
    source += 16;
  }
  for (; i < length; i++) {
    f32.store(target, f32.load(target) + factor * f32.load(source));
    target += 4;
    source += 4;
  }
}

/** Sum of squares of length values. */
export function sumOfSquares(values: usize, length: i32): f32 {
  let sums = f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    const value = v128.load(values);
    sums = f32x4.relaxed_madd(value, value, sums);
    values += 16;
  }
  let tail: f32 = 0;
  for (; i < length; i++) {
    const value = f32.load(values);
    tail += value * value;
    values += 4;
  }
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3)) +
    tail
  );
}

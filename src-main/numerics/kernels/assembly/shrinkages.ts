// Shrinkages of many values in single precision; what they are for is said in sparse/shrinkage.ts.

const soft = 0;
const nonNegative = 1;
const hard = 2;

/** out [length] = shrunk values [length], which it may be. Kind: 0 soft, 1 soft and non-negative, 2 hard, 3 tanh. */
export function shrinkAll(values: usize, length: i32, kind: i32, threshold: f32, out: usize): void {
  const end = values + (<usize>length << 2);
  const down = f32x4.splat(threshold);
  const up = f32x4.splat(kind == nonNegative ? -Infinity : -threshold);
  for (; values + 16 <= end && kind <= hard; values += 16, out += 16) {
    const v = v128.load(values);
    const shrunk =
      kind == hard
        ? v128.and(v, f32x4.gt(f32x4.abs(v), down))
        : f32x4.sub(v, f32x4.pmax(up, f32x4.pmin(down, v)));
    v128.store(out, shrunk);
  }
  for (; values < end; values += 4, out += 4)
    store<f32>(out, shrinkOne(load<f32>(values), kind, threshold));
}

function shrinkOne(v: f32, kind: i32, threshold: f32): f32 {
  if (kind == hard) return abs(v) > threshold ? v : 0;
  if (kind == soft || kind == nonNegative) {
    if (v > threshold) return v - threshold;
    return v < -threshold && kind == soft ? v + threshold : 0;
  }
  if (!(threshold > 0)) return v;
  // Of a value far below the threshold little is left: in single precision nothing that is right.
  const wide = <f64>v;
  const rest = wide - <f64>threshold * NativeMath.tanh(wide / <f64>threshold);
  return rest * wide > 0 ? <f32>rest : 0;
}

// Vectors of f64 or f32, as many numbers as fit: what the generic kernels share.

/** The last number of `before`, then all of `here` but its last. */
@inline
export function shiftedBy1<T>(before: v128, here: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(before, here, 1, 2);
  return v128.shuffle<f32>(before, here, 3, 4, 5, 6);
}

@inline
export function sumOfVector<T>(lanes: v128): f64 {
  if (sizeof<T>() == 8) return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
  return (
    <f64>f32x4.extract_lane(lanes, 0) +
    <f64>f32x4.extract_lane(lanes, 1) +
    (<f64>f32x4.extract_lane(lanes, 2) + <f64>f32x4.extract_lane(lanes, 3))
  );
}

/** Every other number of two vectors, from the first on. */
@inline
export function evens<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(a, b, 0, 2);
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}

/** Every other number of two vectors, from the second on. */
@inline
export function odds<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(a, b, 1, 3);
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}

/** The first halves of two vectors, in turns. */
@inline
export function firstPairs<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(a, b, 0, 2);
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

/** The last halves of two vectors, in turns. */
@inline
export function lastPairs<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(a, b, 1, 3);
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

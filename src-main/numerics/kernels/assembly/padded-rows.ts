// Loops over rows of f64 or f32 that take up whole vectors, what is beyond their numbers being 0.

import { sumOfVector } from './lanes';

/** Bytes of a row of so many numbers. */
@inline
export function paddedBytes<T>(length: i32): usize {
  return (<usize>length * sizeof<T>() + 15) & ~15;
}

/** The inner product of two rows. */
export function innerProduct<T>(a: usize, b: usize, bytes: usize): f64 {
  let even = v128.splat<T>(<T>0);
  let odd = even;
  let at: usize = 0;
  for (; at + 32 <= bytes; at += 32) {
    even = v128.relaxed_madd<T>(v128.load(a + at), v128.load(b + at), even);
    odd = v128.relaxed_madd<T>(v128.load(a + at, 16), v128.load(b + at, 16), odd);
  }
  if (at < bytes) even = v128.relaxed_madd<T>(v128.load(a + at), v128.load(b + at), even);
  return sumOfVector<T>(v128.add<T>(even, odd));
}

/** target += factor * source. */
export function addMultiple<T>(target: usize, source: usize, factor: T, bytes: usize): void {
  const factors = v128.splat<T>(factor);
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(
      target + at,
      v128.relaxed_madd<T>(factors, v128.load(source + at), v128.load(target + at)),
    );
}

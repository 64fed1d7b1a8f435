// Sums in four strands: a single one would wait for each addition to finish before it can begin the next.

/** The inner product of `length` numbers of a from `aStart` and of b from `bStart`. */
export function innerProduct(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[aStart + i]! * b[bStart + i]!;
    s1 += a[aStart + i + 1]! * b[bStart + i + 1]!;
    s2 += a[aStart + i + 2]! * b[bStart + i + 2]!;
    s3 += a[aStart + i + 3]! * b[bStart + i + 3]!;
  }
  for (; i < length; i++) s0 += a[aStart + i]! * b[bStart + i]!;
  return s0 + s1 + (s2 + s3);
}

/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  return innerProduct(a, 0, b, 0, a.length);
}

/** The squared Euclidean norm. */
export function squaredNorm(a: Float64Array): number {
  return innerProduct(a, 0, a, 0, a.length);
}

/** The sum of magnitudes. */
export function absoluteSum(a: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]!);
  return sum;
}

/** The largest magnitude; 0 for no numbers. */
export function largestMagnitude(a: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]!));
  return most;
}

/** Adds factor times `length` numbers of a from `aStart` to those of `to` from `toStart`, in place. */
export function addScaled(
  factor: number,
  a: Float64Array,
  aStart: number,
  to: Float64Array,
  toStart: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) to[toStart + i]! += factor * a[aStart + i]!;
}

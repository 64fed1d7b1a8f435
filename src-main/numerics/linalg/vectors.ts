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
  let p = aStart;
  let q = bStart;
  for (const end = aStart + (length & ~3); p < end; p += 4, q += 4) {
    s0 += a[p]! * b[q]!;
    s1 += a[p + 1]! * b[q + 1]!;
    s2 += a[p + 2]! * b[q + 2]!;
    s3 += a[p + 3]! * b[q + 3]!;
  }
  for (const end = aStart + length; p < end; p++, q++) s0 += a[p]! * b[q]!;
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
  let p = aStart;
  let q = toStart;
  for (const end = aStart + (length & ~3); p < end; p += 4, q += 4) {
    const t0 = to[q]! + factor * a[p]!;
    const t1 = to[q + 1]! + factor * a[p + 1]!;
    const t2 = to[q + 2]! + factor * a[p + 2]!;
    const t3 = to[q + 3]! + factor * a[p + 3]!;
    to[q] = t0;
    to[q + 1] = t1;
    to[q + 2] = t2;
    to[q + 3] = t3;
  }
  for (const end = aStart + length; p < end; p++, q++) to[q]! += factor * a[p]!;
}

/** |v|, without overflow or underflow of the squares. */
export function euclideanNorm(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest * Math.sqrt(squaredNorm(values.map((value) => value / (largest || 1))));
}

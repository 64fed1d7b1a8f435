// Rows of numbers on their way into kernel memory and back, where each may be padded to whole vectors.

/** Copies rows of `length` numbers, each to `stride` after the one before; what pads them stays as it is. */
export function copyRows(
  from: ArrayLike<number>,
  length: number,
  to: Float32Array | Float64Array,
  stride: number,
): void {
  if (stride === length) {
    to.set(from);
    return;
  }
  for (let start = 0, at = 0; start < from.length; start += length, at += stride)
    for (let i = 0; i < length; i++) to[at + i] = from[start + i]!;
}

/** Copies rows of `length` numbers back without what pads them, as many as there is room for. */
export function readRows(
  from: Float32Array | Float64Array,
  stride: number,
  to: Float64Array,
  length: number,
): void {
  for (let start = 0, at = 0; start < to.length; start += length, at += stride)
    to.set(from.subarray(at, at + length), start);
}

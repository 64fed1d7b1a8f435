/**
 * The lower median of finite values (the element at index floor((n - 1) / 2) once sorted); NaN when there is none.
 * Exact, by two counting passes over the bits of single-precision numbers, whose order is that of integers.
 *
 * @param mask values where it is 0 are left out; same length
 */
export function median(values: Float32Array, mask?: Uint8Array): number {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const high = new Uint32Array(1 << 16);
  let counted = 0;
  for (let i = 0; i < bits.length; i++) {
    if (mask?.[i] === 0) continue;
    high[orderedBits(bits[i]!) >>> 16]!++;
    counted++;
  }
  if (counted === 0) return NaN;
  const upper = locate(high, (counted - 1) >> 1);
  const low = new Uint32Array(1 << 16);
  for (let i = 0; i < bits.length; i++) {
    if (mask?.[i] === 0) continue;
    const ordered = orderedBits(bits[i]!);
    if (ordered >>> 16 === upper.bin) low[ordered & 0xffff]!++;
  }
  const lower = locate(low, upper.rankWithin);
  return fromOrderedBits(((upper.bin << 16) | lower.bin) >>> 0);
}

/** The bin that holds the element of that rank, and the element's rank within the bin. */
function locate(counts: Uint32Array, rank: number): { bin: number; rankWithin: number } {
  let left = rank;
  let bin = 0;
  while (left >= counts[bin]!) left -= counts[bin++]!;
  return { bin, rankWithin: left };
}

/** Bits of a single-precision number, changed so that they ascend with the number, negative ones included. */
function orderedBits(bits: number): number {
  return (bits & 0x8000_0000 ? ~bits : bits | 0x8000_0000) >>> 0;
}

function fromOrderedBits(ordered: number): number {
  const bits = new Uint32Array([ordered & 0x8000_0000 ? ordered & 0x7fff_ffff : ~ordered]);
  return new Float32Array(bits.buffer)[0]!;
}

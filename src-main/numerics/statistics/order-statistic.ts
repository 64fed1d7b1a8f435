/** Bits that are told apart by each of the three counting passes, from the top. */
const shifts = [21, 10, 0] as const;
const widths = [11, 11, 10] as const;

const counts = new Uint32Array(1 << 11);
const floatCell = new Float32Array(1);
const bitsCell = new Int32Array(floatCell.buffer);

/**
 * The element at index `rank` once the values are in ascending order. Exact, by three counting passes over the bits of
 * single-precision numbers, whose order is that of integers; it needs no copy of the values and no sorting.
 *
 * @param values finite, in any order, not changed
 * @param rank   in [0, number of values that count)
 * @param mask   values where it is 0 do not count; same length
 * @throws RangeError when so many values do not count
 */
export function orderStatistic(values: Float32Array, rank: number, mask?: Uint8Array): number {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  let prefix = 0;
  let left = rank;
  for (let pass = 0; pass < shifts.length; pass++) {
    countDigits(bits, pass, prefix, mask);
    const lowest = (1 << widths[pass]!) - 1;
    let bin = 0;
    while (bin <= lowest && left >= counts[bin]!) left -= counts[bin++]!;
    if (bin > lowest) throw new RangeError(`there is no element of rank ${rank}`);
    prefix = (prefix << widths[pass]!) | bin;
  }
  bitsCell[0] = prefix >= 0 ? ~prefix : prefix & 0x7fff_ffff;
  return floatCell[0]!;
}

/** How often each value of the pass's digit follows the prefix, into `counts`. */
function countDigits(bits: Int32Array, pass: number, prefix: number, mask: Uint8Array | undefined): void {
  const shift = shifts[pass]!;
  const above = shift + widths[pass]!;
  const lowest = (1 << widths[pass]!) - 1;
  counts.fill(0);
  for (let i = 0; i < bits.length; i++) {
    if (mask?.[i] === 0) continue;
    const raw = bits[i]!;
    const ordered = raw ^ ((raw >> 31) | -0x8000_0000);
    if (pass === 0 || ordered >>> above === prefix) counts[(ordered >>> shift) & lowest]!++;
  }
}

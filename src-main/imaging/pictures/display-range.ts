import type { Samples } from '../decode/samples.ts';

/** Bits that cameras really measure; what they measure is often stored in 16 bits without being scaled up. */
const measuredBits = [8, 10, 12, 14, 16];

/**
 * The stored value that is shown as white: the largest of 8 bits; of 16-bit files the largest of the depth that the
 * camera measured in, found from the brightest value, so that a 12-bit photograph is not shown nearly black.
 */
export function displayRange({ values, bitDepth }: Pick<Samples, 'values' | 'bitDepth'>): number {
  if (bitDepth === 8) return 255;
  let brightest = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > brightest) brightest = values[i]!;
  const bits = measuredBits.find((depth) => brightest < 2 ** depth) ?? 16;
  return 2 ** bits - 1;
}

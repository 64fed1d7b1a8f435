import type { Random } from '../../numerics/random/generator.ts';

/** Standard deviation of the sum of four independent uniform bytes. */
const spread = Math.sqrt((4 * (256 * 256 - 1)) / 12);

/**
 * A number that is close to standard normal, from one draw: the sum of the four bytes of a random word (Irwin-Hall).
 * Its tails end at 3.46, which noise in a photograph does not mind, and it costs a fifth of an exact one.
 */
export function fastNormal(random: Random): number {
  const word = random.uint32();
  return ((word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24) - 510) / spread;
}

/** Uniform in [from, to). */
export function between(random: Random, from: number, to: number): number {
  return from + (to - from) * random.uniform();
}

/** Uniform on a logarithmic scale in [from, to): small sizes are as likely as large ones. */
export function logBetween(random: Random, from: number, to: number): number {
  return from * (to / from) ** random.uniform();
}

import type { Random } from './generator.ts';

/**
 * `size` different indices out of [0, population), each subset in each order equally likely. Memory and time grow
 * with `size` alone (a Fisher-Yates shuffle that remembers only the places it has touched).
 *
 * @throws RangeError when more is asked for than there is
 */
export function sampleWithoutReplacement(random: Random, population: number, size: number): Uint32Array {
  if (size > population) throw new RangeError(`cannot draw ${size} different items out of ${population}`);
  const moved = new Map<number, number>();
  const drawn = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const place = i + random.integer(population - i);
    drawn[i] = moved.get(place) ?? place;
    moved.set(place, moved.get(i) ?? i);
  }
  return drawn;
}

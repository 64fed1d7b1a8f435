/** A stream of pseudo-random numbers; every draw advances it. */
export interface Random {
  /** Uniform integer in [0, 2^32). */
  uint32(): number;
  /** Uniform number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** Uniform integer in [0, below), without modulo bias; `below` is an integer in [1, 2^32]. */
  integer(below: number): number;
  /** Standard normal number (Marsaglia's polar method). */
  normal(): number;
}

const mask64 = (1n << 64n) - 1n;

/** splitmix64 (Steele, Lea & Flood 2014): turns any 64-bit value into well-mixed ones. */
function splitmix64(start: bigint): () => bigint {
  let state = start & mask64;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask64;
    return z ^ (z >> 31n);
  };
}

/** FNV-1a, 64 bits, over the UTF-16 code units of a label. */
function hashLabel(label: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < label.length; i++) {
    hash = ((hash ^ BigInt(label.charCodeAt(i))) * 0x100000001b3n) & mask64;
  }
  return hash;
}

/**
 * A generator for one purpose. Streams with different labels are independent, so that a new use of randomness
 * in one place does not change the numbers drawn in another.
 *
 * xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021), seeded by
 * splitmix64 as its authors advise.
 *
 * @param seed a safe integer; negative ones are allowed
 * @param label what the stream is for, such as 'dictionary/initialisation'
 * @throws RangeError when the seed is not a safe integer
 */
export function createRandom(seed: number, label = ''): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a safe integer, got ${seed}`);
  const seedMix = splitmix64(BigInt(seed))();
  const next = splitmix64(seedMix ^ hashLabel(label));
  const first = next();
  const second = next();
  let s0 = Number(first & 0xffffffffn) | 0;
  let s1 = Number(first >> 32n) | 0;
  let s2 = Number(second & 0xffffffffn) | 0;
  let s3 = Number(second >> 32n) | 0;
  let spareNormal: number | undefined;

  function uint32(): number {
    const scrambled = Math.imul(s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result >>> 0;
  }

  function uniform(): number {
    const high = uint32() >>> 5;
    const low = uint32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  function integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > 2 ** 32)
      throw new RangeError(`below must be an integer in [1, 2^32], got ${below}`);
    const limit = 2 ** 32 - (2 ** 32 % below);
    let draw = uint32();
    while (draw >= limit) draw = uint32();
    return draw % below;
  }

  function normal(): number {
    if (spareNormal !== undefined) {
      const spare = spareNormal;
      spareNormal = undefined;
      return spare;
    }
    let u: number, v: number, square: number;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    spareNormal = v * factor;
    return u * factor;
  }

  return { uint32, uniform, integer, normal };
}

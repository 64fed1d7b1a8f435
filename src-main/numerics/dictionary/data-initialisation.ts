import type { Random } from '../random/generator.ts';
import { shuffle } from '../random/shuffle.ts';
import { quantile } from '../statistics/quantile.ts';
import { resemblesAny } from './atom-replacement.ts';

/**
 * Unit-norm atoms taken from the patches in random order: no flat ones (less than a tenth of the median energy), no
 * two nearly the same. Where surfaces are so plain that there are not enough such patches, the rest is white noise
 * without its mean: what a plain surface with sensor noise asks for.
 *
 * @param patches [count x dimension], mean-removed, dimension at least 2
 * @returns [atomCount x dimension]
 */
export function atomsFromPatches(
  patches: Float32Array,
  count: number,
  atomCount: number,
  random: Random,
): Float32Array {
  const dimension = patches.length / count;
  const energies = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    for (let a = 0; a < dimension; a++) energies[row]! += patches[row * dimension + a]! ** 2;
  }
  const least = Math.max(quantile(energies, 0.5) / 10, Number.MIN_VALUE);

  const atoms = new Float32Array(atomCount * dimension);
  let found = 0;
  // A few tries per atom find what there is; going through millions of equal patches would find no more.
  const order = shuffle(
    random,
    Uint32Array.from({ length: count }, (_, row) => row),
  );
  const usable = order.filter((row) => energies[row]! >= least && energies[row]! < Infinity);
  for (let i = 0; i < Math.min(usable.length, 20 * atomCount) && found < atomCount; i++) {
    const row = usable[i]! * dimension;
    const candidate = normalised(Float64Array.from(patches.subarray(row, row + dimension)));
    if (resemblesAny(atoms.subarray(0, found * dimension), dimension, candidate)) continue;
    atoms.set(candidate, found++ * dimension);
  }
  while (found < atomCount) atoms.set(normalised(noiseWithoutMean(dimension, random)), found++ * dimension);
  return atoms;
}

function normalised(vector: Float64Array): Float64Array {
  const norm = Math.sqrt(vector.reduce((sum, entry) => sum + entry * entry, 0));
  return vector.map((entry) => entry / norm);
}

function noiseWithoutMean(dimension: number, random: Random): Float64Array {
  const noise = Float64Array.from({ length: dimension }, () => random.normal());
  const mean = noise.reduce((sum, entry) => sum + entry, 0) / dimension;
  return noise.map((entry) => entry - mean);
}

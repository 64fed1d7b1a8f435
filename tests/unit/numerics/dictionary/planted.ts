import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { sampleWithoutReplacement } from '../../../../src-main/numerics/random/sample.ts';

export interface PlantedProblem {
  /** [atomCount x dimension], unit norm. */
  atoms: Float32Array;
  /** [count x dimension] */
  patches: Float32Array;
}

/**
 * The synthetic experiment of Aharon, Elad & Bruckstein (2006): signals that combine `nonzeros` random atoms with
 * normal coefficients, plus white noise at the given ratio (in dB; Infinity for none).
 */
export function plantedProblem(options: {
  atomCount: number;
  dimension: number;
  count: number;
  nonzeros: number;
  decibels: number;
  seed: number;
}): PlantedProblem {
  const { atomCount, dimension, count, nonzeros, decibels, seed } = options;
  const random = createRandom(seed, 'planted');
  const atoms = new Float32Array(atomCount * dimension);
  for (let k = 0; k < atomCount; k++) {
    const atom = Array.from({ length: dimension }, () => random.normal());
    const norm = Math.hypot(...atom);
    atoms.set(
      atom.map((entry) => entry / norm),
      k * dimension,
    );
  }
  const deviation = Math.sqrt(nonzeros / dimension) * 10 ** (-decibels / 20);
  const patches = Float32Array.from({ length: count * dimension }, () => deviation * random.normal());
  for (let row = 0; row < count; row++) {
    for (const k of sampleWithoutReplacement(random, atomCount, nonzeros)) {
      const coefficient = random.normal();
      for (let a = 0; a < dimension; a++)
        patches[row * dimension + a]! += coefficient * atoms[k * dimension + a]!;
    }
  }
  return { atoms, patches };
}

/** Share of the planted atoms that some learnt atom matches with |correlation| > 0.99. */
export function recovered(planted: Float32Array, learnt: Float32Array, dimension: number): number {
  let found = 0;
  for (let p = 0; p < planted.length; p += dimension) {
    let best = 0;
    for (let q = 0; q < learnt.length; q += dimension) {
      let product = 0;
      for (let a = 0; a < dimension; a++) product += planted[p + a]! * learnt[q + a]!;
      best = Math.max(best, Math.abs(product));
    }
    if (best > 0.99) found++;
  }
  return (found * dimension) / planted.length;
}

/** Norms of the rows of a matrix. */
export function rowNorms(matrix: Float32Array, dimension: number): number[] {
  return Array.from({ length: matrix.length / dimension }, (_, k) =>
    Math.hypot(...matrix.subarray(k * dimension, (k + 1) * dimension)),
  );
}

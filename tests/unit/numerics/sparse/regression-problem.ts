import { denseMatrix, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { sampleWithoutReplacement } from '../../../../src-main/numerics/random/sample.ts';

export interface PlantedCode {
  /** Unit norm. */
  readonly atoms: DenseMatrix;
  readonly signal: Float64Array;
  /** What the signal was made of. */
  readonly code: Float64Array;
  /** Ascending. */
  readonly support: number[];
}

/** A signal of `nonzeros` random unit atoms with coefficients of magnitude 1 to 2, plus white noise. */
export function plantedCode(options: {
  atomCount: number;
  dimension: number;
  nonzeros: number;
  seed: number;
  noise?: number;
  positive?: boolean;
}): PlantedCode {
  const { atomCount, dimension, nonzeros, seed, noise = 0, positive = false } = options;
  const random = createRandom(seed, 'planted-code');
  const values = Float64Array.from({ length: atomCount * dimension }, () => random.normal());
  for (let k = 0; k < atomCount; k++) {
    const atom = values.subarray(k * dimension, (k + 1) * dimension);
    const norm = Math.hypot(...atom);
    atom.forEach((value, i) => (atom[i] = value / norm));
  }
  const atoms = denseMatrix(atomCount, dimension, values);
  const code = new Float64Array(atomCount);
  const support = [...sampleWithoutReplacement(random, atomCount, nonzeros)].sort((a, b) => a - b);
  for (const k of support) code[k] = (1 + random.uniform()) * (positive || random.uniform() < 0.5 ? 1 : -1);
  const signal = new Float64Array(dimension);
  transposeTimesVector(atoms, code, signal);
  signal.forEach((value, i) => (signal[i] = value + noise * random.normal()));
  return { atoms, signal, code, support };
}

/** Largest difference of two vectors. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a, (value, i) => Math.abs(value - b[i]!)).reduce(
    (most, value) => Math.max(most, value),
    0,
  );
}

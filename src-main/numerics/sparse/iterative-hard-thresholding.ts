import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesVector, transposeTimesVector } from '../linalg/products.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import type { PursuitResult } from './matching-pursuit.ts';

export interface HardThresholdingOptions {
  /** Atoms that the code keeps. */
  nonzeros: number;
  /** @default 500 */
  maxIterations?: number;
  /** Stop when the residual's squared norm changes by less than this share of the signal's. @default 1e-14 */
  tolerance?: number;
}

/** c of the paper: how much of the bound a step of another support may use. */
const allowance = 0.01;

/**
 * Normalised iterative hard thresholding (Blumensath & Davies, IEEE JSTSP 4(2), 2010): a gradient step of the length
 * that is best on the present support, then the `nonzeros` largest coefficients. A step that changes the support is
 * shortened until the residual is sure not to grow, so that it never does.
 *
 * @param atoms [atomCount x dimension]
 * @param signal [dimension]
 * @param coefficients [atomCount], overwritten
 * @returns the support, ascending, and the energy of what is left
 * @throws RangeError when shapes do not fit
 */
export function iterativeHardThresholding(
  atoms: DenseMatrix,
  signal: Float64Array,
  { nonzeros, maxIterations = 500, tolerance = 1e-14 }: HardThresholdingOptions,
  coefficients: Float64Array,
): PursuitResult {
  const { rows, columns } = atoms;
  checkVector(signal, columns, 'signal');
  checkVector(coefficients, rows, 'coefficients');
  const kept = Math.min(nonzeros, rows);
  const gradient = new Float64Array(rows);
  const restricted = new Float64Array(rows);
  const image = new Float64Array(columns);
  const candidate = new Float64Array(rows);
  const residual = signal.slice();
  const whole = squaredNorm(signal);

  coefficients.fill(0);
  timesVector(atoms, residual, gradient);
  let support = largest(gradient, kept);
  let energy = whole;
  let chosen = support;
  /** The longest step to the candidate's support with which the residual is sure not to grow. */
  const bound = () => {
    const change = candidate.map((value, k) => value - coefficients[k]!);
    transposeTimesVector(atoms, change, image);
    return ((1 - allowance) * squaredNorm(change)) / squaredNorm(image);
  };
  const tryStep = (step: number): boolean => {
    for (let k = 0; k < rows; k++) candidate[k] = coefficients[k]! + step * gradient[k]!;
    chosen = largest(candidate, kept);
    keepOnly(candidate, chosen);
    return sameSupport(chosen, support) || step <= bound();
  };
  for (let iteration = 0; iteration < maxIterations && energy > 0; iteration++) {
    restricted.fill(0);
    for (const k of support) restricted[k] = gradient[k]!;
    transposeTimesVector(atoms, restricted, image);
    const curvature = squaredNorm(image);
    if (!(curvature > 0)) break;
    let step = squaredNorm(restricted) / curvature;
    while (!tryStep(step)) step = Math.min(step / 2, bound());
    coefficients.set(candidate);
    support = chosen;
    transposeTimesVector(atoms, coefficients, image);
    for (let i = 0; i < columns; i++) residual[i] = signal[i]! - image[i]!;
    const fresh = squaredNorm(residual);
    const settled = Math.abs(energy - fresh) <= tolerance * whole;
    energy = fresh;
    if (settled) break;
    timesVector(atoms, residual, gradient);
  }
  return { support: support.filter((k) => coefficients[k] !== 0), residualEnergy: energy };
}

/** Places of the largest magnitudes, ascending; ties go to the lower index. */
function largest(values: Float64Array, count: number): number[] {
  const order = Array.from(values, (_, k) => k);
  order.sort((i, j) => Math.abs(values[j]!) - Math.abs(values[i]!) || i - j);
  return order.slice(0, count).sort((i, j) => i - j);
}

function keepOnly(values: Float64Array, support: readonly number[]): void {
  const kept = support.map((k) => values[k]!);
  values.fill(0);
  support.forEach((k, place) => {
    values[k] = kept[place]!;
  });
}

function sameSupport(a: readonly number[], b: readonly number[]): boolean {
  return a.every((k, place) => k === b[place]);
}

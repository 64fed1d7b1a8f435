import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { addScaled, largestMagnitude } from '../linalg/vectors.ts';
import { softShrinkage, type Shrinkage } from './shrinkage.ts';

export interface LcaOptions {
  /** T: what a unit says of its state. Soft gives the lasso, hard few large coefficients. @default softShrinkage */
  readonly shrink?: Shrinkage;
  /** Time step over the time constant, in (0, 1]. @default 0.2 */
  readonly step?: number;
  /** Stop once no state changes faster than this share of the largest drive, per time constant. @default 1e-9 */
  readonly tolerance?: number;
  /** @default 20000 */
  readonly maxIterations?: number;
  /** Called after each step with the coefficients as they are, such as to draw their course. */
  readonly onStep?: (coefficients: Float64Array, iteration: number) => void;
}

/**
 * The locally competitive algorithm (Rozell, Johnson, Baraniuk & Olshausen, Neural Comput. 20(10), 2008): units with
 * states u charge towards their drive b and inhibit each other as their atoms overlap, tau du/dt = b - u - (G - I) a with
 * a = T(u). At rest with the soft threshold, a solves the lasso.
 *
 * @param gram G [n x n] of atoms of unit norm
 * @param drive b = D y [n]
 * @param penalty the threshold lambda of T
 * @param coefficients a [n], overwritten
 * @returns whether the states came to rest
 * @throws RangeError when shapes do not fit or the step is not in (0, 1]
 */
export function locallyCompetitive(
  gram: DenseMatrix,
  drive: Float64Array,
  penalty: number,
  coefficients: Float64Array,
  { shrink = softShrinkage, step = 0.2, tolerance = 1e-9, maxIterations = 20_000, onStep }: LcaOptions = {},
): boolean {
  const { rows: n, values: G } = gram;
  checkVector(drive, n, 'drive');
  checkVector(coefficients, n, 'coefficients');
  if (!(step > 0 && step <= 1)) throw new RangeError(`A step cannot be ${step} time constants.`);
  const u = new Float64Array(n);
  const inhibited = new Float64Array(n);
  const goal = tolerance * largestMagnitude(drive);
  coefficients.fill(0);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    inhibited.set(drive);
    for (let k = 0; k < n; k++)
      if (coefficients[k] !== 0) addScaled(-coefficients[k]!, G, k * n, inhibited, 0, n);
    let fastest = 0;
    for (let k = 0; k < n; k++) {
      const rate = inhibited[k]! + coefficients[k]! - u[k]!;
      fastest = Math.max(fastest, Math.abs(rate));
      u[k]! += step * rate;
    }
    for (let k = 0; k < n; k++) coefficients[k] = shrink(u[k]!, penalty);
    onStep?.(coefficients, iteration);
    if (fastest <= goal) return true;
  }
  return false;
}

import { innerProduct } from '../linalg/vectors.ts';

/** What joint codes are sought for; by atom, so that what belongs to one lies side by side. */
export interface JointProblem {
  /** Gram matrix D Dt [n x n]. */
  readonly G: Float64Array;
  readonly n: number;
  /** Signals. */
  readonly count: number;
  readonly penalty: number;
  /** [n x count] inner products of the atoms with the signals. */
  readonly targets: Float64Array;
}

/** Joint codes on the way, in whichever precision. */
export interface JointDescent {
  /** How many times as many sweeps as without kernels are worth a step. */
  readonly pace: number;
  /**
   * Makes the coefficients of these atoms optimal, one atom after the other: of all atoms, or then of all in use until
   * {@link JointDescent.leave}.
   *
   * @returns by how much a condition was violated at most when its atom's turn came
   */
  sweep(among: readonly number[]): number;
  /** Those with coefficients other than 0. */
  inUse(among: readonly number[]): number[];
  /** A Newton step on those of these atoms that are in use. */
  step(among: readonly number[]): void;
  /** Ends the sweeps over these atoms alone. */
  leave(among: readonly number[]): void;
  /** [n x count] */
  coefficients(): Float64Array;
}

/** Those of some atoms whose coefficients x [n x count] are not all 0. */
export function atomsInUse(x: Float64Array, count: number, among: readonly number[]): number[] {
  return among.filter((k) => innerProduct(x, k * count, x, k * count, count) > 0);
}

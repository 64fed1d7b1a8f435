import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import { maskedCodes } from '../sparse/masked-codes.ts';
import { codeResiduals } from './code-products.ts';
import { kernelUpdateMaskedAtoms } from './kernel-masked-atoms.ts';

export interface MaskedKsvdOptions extends KernelOptions {
  /** Atoms that a code may use. */
  readonly nonzeros: number;
  readonly iterations: number;
  /** Squared error per observed value at which a code is good enough. @default 0 */
  readonly errorTarget?: number;
  /** Leading atoms that stay as they are, such as a constant one. @default 0 */
  readonly fixedAtoms?: number;
  /** What stands for missing values while atoms are updated. @default nothing: they are left out */
  readonly guess?: MissingValueGuess;
  /** Called after each iteration with the mean squared error of the observed values. */
  readonly onIteration?: (error: number, iteration: number) => void;
}

/** Missing values as something beyond a signal's own code tells them: for patches, those that overlap it. */
export interface MissingValueGuess {
  /** Weight of a guess where an observed value has 1. */
  readonly weight: number;
  /** Writes guesses of the missing values into the signals, given the codes of their observed ones. */
  readonly fill: (atoms: DenseMatrix, codes: DenseMatrix) => void;
}

/** Alternations of an atom with its coefficients in one update. */
const alternations = 2;

/**
 * K-SVD from signals with missing values (Mairal, Elad & Sapiro, IEEE TIP 17(1), 2008: weighted K-SVD with weights 0 and 1):
 * codes by {@link maskedCodes}, then each atom with its coefficients as a rank-1 approximation of the observed part of its
 * users' errors, by alternating least squares, which never raises the error. Atoms without users take on the worst
 * represented signal, its missing values as rebuilt.
 *
 * With guesses of the missing values, codes still look at observed ones alone, and atoms at both: what a user's code is off
 * by, where little is observed, then no longer ends up in its atoms.
 *
 * @param signals [count x dimension]; what is not observed may be any finite number, and is overwritten by guesses
 * @param mask [count x dimension]; 0 where a value is missing
 * @param atoms [atomCount x dimension], unit norm: where to start, overwritten
 * @param kernels with them codes and atoms are computed in WebAssembly, in double precision to the same numbers but for
 *   rounding, which may choose other atoms in the end
 * @returns the codes over the atoms as learnt, [count x atomCount]
 * @throws RangeError when shapes or the number of fixed atoms do not fit
 */
export function learnMaskedKsvd(
  signals: DenseMatrix,
  mask: Uint8Array,
  atoms: DenseMatrix,
  {
    nonzeros,
    iterations,
    errorTarget = 0,
    fixedAtoms = 0,
    guess,
    onIteration,
    precision = 'double',
  }: MaskedKsvdOptions,
  kernels?: Kernels,
): DenseMatrix {
  checkVector(mask, signals.values.length, 'mask');
  if (!(Number.isInteger(fixedAtoms) && fixedAtoms >= 0 && fixedAtoms <= atoms.rows))
    throw new RangeError(`Of ${atoms.rows} atoms, ${fixedAtoms} cannot stay as they are.`);
  const values = new Float64Array(signals.rows * atoms.rows);
  const codes = { rows: signals.rows, columns: atoms.rows, values };
  const stopping = { nonzeros, errorTarget, precision };
  const observed = mask.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
  for (let iteration = 0; iteration < iterations; iteration++) {
    maskedCodes(atoms, signals, mask, stopping, codes, kernels);
    guess?.fill(atoms, codes);
    const residuals = guess
      ? codeResiduals(atoms, signals, codes)
      : observedResiduals(signals, mask, atoms, codes);
    const weighed = { fixedAtoms, missingWeight: guess?.weight ?? 0, precision };
    updateMaskedAtoms(mask, atoms, codes, residuals, weighed, kernels);
    replaceUnused(signals, mask, atoms, codes, residuals, fixedAtoms);
    if (onIteration) {
      const { values } = observedResiduals(signals, mask, atoms, codes);
      onIteration(squaredNorm(values) / observed, iteration);
    }
  }
  maskedCodes(atoms, signals, mask, stopping, codes, kernels);
  return codes;
}

/** Signals minus what their codes rebuild where observed, 0 elsewhere. */
export function observedResiduals(
  signals: DenseMatrix,
  mask: Uint8Array,
  atoms: DenseMatrix,
  codes: DenseMatrix,
): DenseMatrix {
  const residuals = codeResiduals(atoms, signals, codes);
  for (let i = 0; i < mask.length; i++) if (mask[i] === 0) residuals.values[i] = 0;
  return residuals;
}

export interface MaskedUpdateOptions extends KernelOptions {
  /** Leading atoms that stay as they are. @default 0 */
  readonly fixedAtoms?: number;
  /** Weight of a missing value where an observed one has 1. @default 0 */
  readonly missingWeight?: number;
}

/**
 * One sweep over the atoms; never raises the squared error, missing values weighing `missingWeight`.
 *
 * @param residuals of {@link observedResiduals}, or with a weight those of all values; follow in place, so that later atoms
 *   see it
 */
export function updateMaskedAtoms(
  mask: Uint8Array,
  atoms: DenseMatrix,
  codes: DenseMatrix,
  residuals: DenseMatrix,
  { fixedAtoms = 0, missingWeight = 0, precision = 'double' }: MaskedUpdateOptions = {},
  kernels?: Kernels,
): void {
  if (kernels) {
    const problem = { mask, atoms, codes, residuals };
    kernelUpdateMaskedAtoms(kernels, precision, problem, { fixedAtoms, missingWeight, alternations });
    return;
  }
  const dimension = atoms.columns;
  const weights = Float64Array.from(mask, (value) => (value === 0 ? missingWeight : 1));
  const numerator = new Float64Array(dimension);
  const denominator = new Float64Array(dimension);
  for (let k = fixedAtoms; k < atoms.rows; k++) {
    const users = Array.from({ length: codes.rows }, (_, i) => i).filter(
      (i) => codes.values[i * codes.columns + k] !== 0,
    );
    if (users.length === 0) continue;
    const d = rowOf(atoms, k);
    const addBack = (sign: number) => {
      for (const i of users) {
        const g = sign * codes.values[i * codes.columns + k]!;
        const start = i * dimension;
        for (let a = 0; a < dimension; a++)
          if (weights[start + a]! > 0) residuals.values[start + a]! += g * d[a]!;
      }
    };
    addBack(1);
    for (let round = 0; round < alternations; round++) {
      numerator.fill(0);
      denominator.fill(0);
      for (const i of users) {
        const g = codes.values[i * codes.columns + k]!;
        for (let a = 0; a < dimension; a++) {
          const weight = weights[i * dimension + a]! * g;
          numerator[a]! += weight * residuals.values[i * dimension + a]!;
          denominator[a]! += weight * g;
        }
      }
      // A value that no user observed stays as it is.
      for (let a = 0; a < dimension; a++) if (denominator[a]! > 0) d[a] = numerator[a]! / denominator[a]!;
      const norm = Math.sqrt(squaredNorm(d));
      if (norm > 0) for (let a = 0; a < dimension; a++) d[a]! /= norm;
      for (const i of users) {
        let product = 0;
        let square = 0;
        for (let a = 0; a < dimension; a++) {
          const weighted = weights[i * dimension + a]! * d[a]!;
          product += weighted * residuals.values[i * dimension + a]!;
          square += weighted * d[a]!;
        }
        codes.values[i * codes.columns + k] = square > 0 ? product / square : 0;
      }
    }
    addBack(-1);
  }
}

function replaceUnused(
  signals: DenseMatrix,
  mask: Uint8Array,
  atoms: DenseMatrix,
  codes: DenseMatrix,
  residuals: DenseMatrix,
  fixedAtoms: number,
): void {
  const errors = Array.from({ length: signals.rows }, (_, i) => squaredNorm(rowOf(residuals, i)));
  for (let k = fixedAtoms; k < atoms.rows; k++) {
    let isUsed = false;
    for (let i = k; i < codes.values.length && !isUsed; i += codes.columns) isUsed = codes.values[i] !== 0;
    if (isUsed) continue;
    const worst = errors.indexOf(Math.max(...errors));
    const start = worst * signals.columns;
    const fresh = new Float64Array(signals.columns);
    transposeTimesVector(atoms, rowOf(codes, worst), fresh);
    for (let a = 0; a < fresh.length; a++) if (mask[start + a] !== 0) fresh[a] = signals.values[start + a]!;
    const norm = Math.sqrt(squaredNorm(fresh));
    if (!(errors[worst]! > 0 && norm > 0)) return;
    atoms.values.set(
      fresh.map((value) => value / norm),
      k * atoms.columns,
    );
    errors[worst] = 0;
  }
}

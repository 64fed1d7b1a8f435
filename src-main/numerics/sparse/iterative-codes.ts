import { checkRows } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { denseMatrix, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { squaredSpectralNorm } from '../linalg/spectral-norm.ts';
import type { CoderDictionary } from './dictionary.ts';
import { ridgeSolver } from './lasso-admm.ts';

/** 1/2 |y - Dt x|^2 + lambda |x|_1 at its least. */
export interface IterativeLasso {
  readonly method: 'ista' | 'fista' | 'coordinate-descent' | 'admm' | 'lca';
  /** lambda, in the unit of the inner product of an atom and a signal, at least 0. */
  readonly penalty: number;
  /** Minimise over x >= 0. @default false */
  readonly nonNegative?: boolean;
}

/** Units that compete with hard thresholds: none of the coefficients that are left is shrunk. */
export interface HardCompetition {
  readonly method: 'hard-lca';
  /** The threshold, in the unit of the inner product of an atom and a signal, at least 0. */
  readonly penalty: number;
}

/** 1/2 |y - Dt x|^2 + lambda sum S(x_k) at a stationary point, by coordinate descent; see `codeUnderPrior`. */
export interface SmoothPriorCoding {
  readonly method: 'prior';
  /** S(r): `gaussianPrior` or `cauchyPrior`. The lasso's methods have the Laplacian one. */
  readonly prior: 'gaussian' | 'cauchy';
  /** lambda, at least 0. */
  readonly penalty: number;
}

/** So many of the largest coefficients. */
export interface HardThresholding {
  readonly method: 'hard-thresholding';
  /** Atoms that a code keeps, at least 1. */
  readonly nonzeros: number;
}

/** The atom most correlated with what is left, so many times; see `matchingPursuit`. */
export interface MatchingSteps {
  readonly method: 'matching-pursuit';
  /** At least 1. */
  readonly steps: number;
}

export interface IterativeStopping {
  /** Stop once no optimality condition is violated by more than this share of the signal's largest target. @default 1e-5 */
  readonly tolerance?: number;
  /** Most steps or sweeps for a signal. @default 10000 */
  readonly maxIterations?: number;
}

export type IterativeCoding = (
  IterativeLasso | HardCompetition | SmoothPriorCoding | HardThresholding | MatchingSteps
) &
  IterativeStopping;

const methods = [
  ...(['ista', 'fista', 'coordinate-descent', 'admm'] as const),
  ...(['lca', 'hard-thresholding', 'matching-pursuit', 'prior'] as const),
];
const shrinkages = { soft: 0, nonNegative: 1, hard: 2, gaussian: 3, cauchy: 4 } as const;
/** Step of the locally competitive algorithm over its time constant, where atoms overlap so little that it is stable. */
const longestStep = 0.2;

/**
 * Codes of many signals over one dictionary by an iterative method, in single precision: the counterparts of `lassoIsta`,
 * `lassoFista`, `lassoCoordinateDescent` and `lassoByGram`, `lassoAdmm`, `locallyCompetitive`, `iterativeHardThresholding`,
 * `matchingPursuit` and `codeUnderPrior`, whose papers they follow. All work on the targets c = D y and the Gram matrix
 * G = D Dt, and start with no atom.
 *
 * A code is done when its gradient g = c - G x, measured afresh, meets the conditions of an optimum to the tolerance:
 * - lasso: g_k = lambda sign(x_k) where x_k is not 0, |g_k| <= lambda where it is (g_k <= lambda for non-negative codes);
 * - hard thresholds: g_k = 0 where x_k is not 0, |g_k| <= lambda where it is, the least on each coordinate by itself;
 * - smooth priors: g_k = lambda S'(x_k);
 * - hard thresholding: the next step of its best length would move no coefficient by more than the tolerance allows;
 * - matching pursuit: after its steps, or once no atom is correlated with what is left by more than the tolerance.
 *
 * Rounding leaves g right to about 1e-7 of the sum of |x_k|, so that tolerances below 1e-6 are seldom reached. A signal
 * with a NaN or infinite value has a code of zeros, and counts among those that did not reach the tolerance. The code of a
 * signal depends on it alone, not on its place or on `count`.
 *
 * Each call finds the largest eigenvalue of G, or for ADMM inverts G + I, in double precision: it is meant for many signals.
 *
 * @param signals [count x dimension], row-major, in any unit
 * @param codes [count x atomCount], row-major, overwritten
 * @returns how many signals did not reach the tolerance
 * @throws RangeError when shapes, penalty, non-zeros, steps or limits do not fit
 */
export function iterativeCodes(
  kernels: Kernels,
  dictionary: CoderDictionary,
  signals: F32,
  count: number,
  coding: IterativeCoding,
  codes: F32,
): number {
  const { atomCount, dimension, paddedAtomCount } = dictionary;
  const { tolerance = 1e-5, maxIterations = 10_000 } = coding;
  checkRows(signals, count, dimension, 'signals');
  checkRows(codes, count, atomCount, 'codes');
  checkCoding(coding, atomCount);
  checkStopping(tolerance, maxIterations);
  const { method } = coding;
  const penalty = 'penalty' in coding ? coding.penalty : 0;
  const panelCount = paddedAtomCount / 8;
  return kernels.scoped(() => {
    const { functions } = kernels;
    const atoms = denseMatrix(atomCount, dimension, dictionary.atoms.view);
    const scratchBytes = functions.iterativeCodesScratch(panelCount, atomCount);
    const inverse = method === 'admm' ? liftedInverse(kernels, atoms, paddedAtomCount).pointer : 0;
    return functions.iterativeCodes(
      signals.pointer,
      count,
      dimension,
      dictionary.panels.pointer,
      panelCount,
      dictionary.gram.pointer,
      atomCount,
      methods.indexOf(method === 'hard-lca' ? 'lca' : method),
      shrinkageOf(coding),
      penalty,
      stepOf(method, atoms),
      inverse,
      wholeNumberOf(coding, atomCount),
      tolerance,
      maxIterations,
      codes.pointer,
      kernels.f32(scratchBytes / 4).pointer,
    );
  });
}

/** Non-zeros or steps; 0 where the method has neither. */
function wholeNumberOf(coding: IterativeCoding, atomCount: number): number {
  if (coding.method === 'hard-thresholding') return Math.min(coding.nonzeros, atomCount);
  return coding.method === 'matching-pursuit' ? coding.steps : 0;
}

function checkCoding(coding: IterativeCoding, atomCount: number): void {
  if (coding.method === 'hard-thresholding') {
    const { nonzeros } = coding;
    if (!(Number.isInteger(nonzeros) && nonzeros > 0))
      throw new RangeError(`Codes over ${atomCount} atoms cannot keep ${nonzeros}.`);
  } else if (coding.method === 'matching-pursuit') {
    const { steps } = coding;
    if (!(Number.isInteger(steps) && steps > 0 && steps < 2 ** 31))
      throw new RangeError(`A pursuit cannot make ${steps} steps.`);
  } else if (!(coding.penalty >= 0 && Number.isFinite(coding.penalty)))
    throw new RangeError(`A penalty cannot be ${coding.penalty}.`);
}

function checkStopping(tolerance: number, maxIterations: number): void {
  if (!(tolerance >= 0)) throw new RangeError(`A tolerance cannot be ${tolerance}.`);
  if (!(Number.isInteger(maxIterations) && maxIterations > 0 && maxIterations < 2 ** 31))
    throw new RangeError(`There cannot be at most ${maxIterations} iterations.`);
}

function shrinkageOf(coding: IterativeCoding): number {
  if (coding.method === 'hard-lca') return shrinkages.hard;
  if (coding.method === 'prior') return shrinkages[coding.prior];
  return 'nonNegative' in coding && coding.nonNegative ? shrinkages.nonNegative : shrinkages.soft;
}

function stepOf(method: IterativeCoding['method'], atoms: DenseMatrix): number {
  if (method === 'ista' || method === 'fista') return 1 / squaredSpectralNorm(atoms);
  if (method === 'lca' || method === 'hard-lca') return Math.min(longestStep, 1 / squaredSpectralNorm(atoms));
  return 0;
}

/** (D Dt + I)^-1 [atomCount x stride] in kernel memory; padded columns are zero. */
function liftedInverse(kernels: Kernels, atoms: DenseMatrix, stride: number): F32 {
  const solve = ridgeSolver(atoms, 1);
  const inverse = kernels.f32(atoms.rows * stride);
  const row = new Float64Array(atoms.rows);
  for (let k = 0; k < atoms.rows; k++) {
    row.fill(0);
    row[k] = 1;
    solve(row);
    inverse.view.set(row, k * stride);
  }
  return inverse;
}

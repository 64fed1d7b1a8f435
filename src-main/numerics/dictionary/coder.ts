import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../linalg/products.ts';
import { batchOmp, createCodes, prepareDictionary } from '../sparse/batch-omp.ts';
import { codeUnderPrior } from '../sparse/codes-under-prior.ts';
import { layOutDictionary } from '../sparse/dictionary.ts';
import { homotopyCodes } from '../sparse/homotopy-codes.ts';
import { iterativeCodes, type IterativeCoding } from '../sparse/iterative-codes.ts';
import { lassoCodes } from '../sparse/lasso-codes.ts';
import { cauchyPrior, gaussianPrior, type SparsityPrior } from '../sparse/priors.ts';
import { pursuitCodes } from '../sparse/pursuit-codes.ts';

/**
 * Codes signals Y [count x dimension] over atoms D [atomCount x dimension] into X [count x atomCount], which on entry
 * holds the codes over the dictionary before, or zeros.
 */
export type Coder = (atoms: DenseMatrix, signals: DenseMatrix, codes: DenseMatrix) => void;

/**
 * Codes of at most `nonzeros` atoms, by orthogonal matching pursuit.
 *
 * @param kernels with them by `batchOmp`, in single precision, over atoms of unit norm
 */
export function pursuitCoder(nonzeros: number, kernels?: Kernels): Coder {
  if (!kernels)
    return (atoms, signals, codes) => {
      pursuitCodes(atoms, signals, { nonzeros }, codes);
    };
  return (atoms, { rows, values }, codes) =>
    kernels.scoped(() => {
      const shape = { atomCount: atoms.rows, dimension: atoms.columns };
      const dictionary = prepareDictionary(kernels, Float32Array.from(atoms.values), shape);
      const found = createCodes(kernels, rows, nonzeros);
      batchOmp(kernels, dictionary, kernels.copyF32(values), rows, { nonzeros, errorTarget: 0 }, found);
      const coefficients = found.coefficients.view;
      codes.values.fill(0);
      found.indices.view.forEach((atom, i) => {
        const row = Math.floor(i / nonzeros) * atoms.rows;
        if (atom >= 0) codes.values[row + atom] = coefficients[i]!;
      });
    });
}

export interface LassoCoderOptions extends KernelOptions {
  /** @default false */
  readonly nonNegative?: boolean;
  /** A share of each signal's largest target. @default 1e-6, in single precision 1e-5 */
  readonly tolerance?: number;
}

/**
 * Lasso codes, by coordinate descent until they have converged.
 *
 * @param kernels with them in WebAssembly: in double precision exact whatever the tolerance, followed along their paths; in
 *   single precision by coordinate descent
 */
export function lassoCoder(
  penalty: number,
  { nonNegative = false, tolerance, precision }: LassoCoderOptions = {},
  kernels?: Kernels,
): Coder {
  if (kernels && precision === 'single') {
    const stopping = tolerance === undefined ? {} : { tolerance };
    return singleCoder(kernels, { method: 'coordinate-descent', penalty, nonNegative, ...stopping });
  }
  if (kernels)
    return (atoms, signals, codes) => {
      homotopyCodes(atoms, signals, penalty, codes, { nonNegative }, gramOfRows(atoms), kernels);
    };
  return (atoms, signals, codes) => {
    lassoCodes(atoms, signals, penalty, codes, { nonNegative, tolerance: tolerance ?? 1e-6 });
  };
}

export interface PriorCoderOptions {
  /** A share of each signal's largest target. @default 1e-6, with kernels 1e-5 */
  readonly tolerance?: number;
}

const smoothPriors = new Map([
  [gaussianPrior, 'gaussian'],
  [cauchyPrior, 'cauchy'],
] as const);

/**
 * Codes under any prior by coordinate descent, see {@link codeUnderPrior}; under the Laplacian one `lassoCoder` is quicker.
 *
 * @param kernels with them in WebAssembly, in single precision and starting anew each time
 * @throws RangeError with kernels for a prior that they do not have: any but the Gaussian and the Cauchy prior
 */
export function priorCoder(
  prior: SparsityPrior,
  penalty: number,
  { tolerance }: PriorCoderOptions = {},
  kernels?: Kernels,
): Coder {
  if (kernels) {
    const known = smoothPriors.get(prior);
    if (!known) throw new RangeError('The kernels code under the Gaussian and the Cauchy prior only.');
    const stopping = tolerance === undefined ? {} : { tolerance };
    return singleCoder(kernels, { method: 'prior', prior: known, penalty, ...stopping });
  }
  return (atoms, signals, codes) => {
    const gram = gramOfRows(atoms);
    const targets = timesTranspose(signals, atoms);
    const correlations = new Float64Array(atoms.rows);
    const stopping = { tolerance: tolerance ?? 1e-6 };
    for (let i = 0; i < signals.rows; i++)
      codeUnderPrior(gram, rowOf(targets, i), penalty, prior, rowOf(codes, i), correlations, stopping);
  };
}

function singleCoder(kernels: Kernels, coding: IterativeCoding): Coder {
  return (atoms, { rows, values }, codes) =>
    kernels.scoped(() => {
      const shape = { atomCount: atoms.rows, dimension: atoms.columns };
      const dictionary = layOutDictionary(kernels, atoms.values, shape);
      const found = kernels.f32(rows * atoms.rows);
      iterativeCodes(kernels, dictionary, kernels.copyF32(values), rows, coding, found);
      codes.values.set(found.view);
    });
}

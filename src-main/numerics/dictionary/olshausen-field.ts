import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { createRandom } from '../random/generator.ts';
import { sampleWithoutReplacement } from '../random/sample.ts';
import { laplacePrior, type SparsityPrior } from '../sparse/priors.ts';
import { scaleToUnitNorm } from './atom-scale.ts';
import { residualEnergy, residualSums } from './code-products.ts';
import type { Coder } from './coder.ts';

/**
 * The energy of sparse coding (Olshausen & Field 1996), mean over the signals of
 * 1/2 |y - Dt x|^2 + lambda sum_k S(x_k).
 */
export function sparseCodingEnergy(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  codes: DenseMatrix,
  penalty: number,
  prior: SparsityPrior = laplacePrior,
): number {
  const energy = residualEnergy(atoms, signals, codes);
  return (energy / 2 + penalty * costOf(codes, prior)) / signals.rows;
}

function costOf({ values }: DenseMatrix, prior: SparsityPrior): number {
  let cost = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) cost += prior.cost(values[i]!);
  return cost;
}

/**
 * Minus the gradient of the energy in the atoms for fixed codes: the mean over signals of code times residual, Xt (Y - X D)
 * over their number. Where the codes minimise the energy it is also that of the energy with codes that follow.
 *
 * @returns [atomCount x dimension]
 */
export function hebbianStep(atoms: DenseMatrix, signals: DenseMatrix, codes: DenseMatrix): DenseMatrix {
  checkVector(codes.values, signals.rows * atoms.rows, 'codes');
  const { products } = residualSums(atoms, signals, codes);
  for (let i = 0; i < products.values.length; i++) products.values[i]! /= signals.rows;
  return products;
}

export interface OlshausenFieldOptions extends KernelOptions {
  /** Minimises the energy in the codes, and must have converged before the atoms move. */
  readonly coder: Coder;
  /** lambda, with which the energy is reported. */
  readonly penalty: number;
  /** The one that the coder codes under. @default the Laplacian prior */
  readonly prior?: SparsityPrior;
  /** Signals per update, drawn anew each time. */
  readonly batch: number;
  readonly updates: number;
  /** Length of a step, times the mean squared coefficient: 1 is as far as an atom of its own would go. @default 0.5 */
  readonly rate?: number;
  readonly seed: number;
  /** Called after each update with the energy before it. */
  readonly onUpdate?: (energy: number, update: number) => void;
}

/**
 * Learns by the rule of Olshausen & Field (Nature 381, 1996): code a batch until the codes have converged, move the atoms
 * along {@link hebbianStep}, scale them to unit norm. Each atom's step is divided by its mean squared coefficient, so that
 * seldom used atoms learn as fast as others.
 *
 * @param signals [count x dimension], whitened or at least without their means
 * @param atoms [atomCount x dimension], unit norm: where to start, overwritten
 * @param kernels with them, in single precision, what codes leave is multiplied in WebAssembly; with a coder that works in
 *   them, too, nearly all of the work is done there
 * @returns the energy of each batch before its update
 */
export function learnByOlshausenField(
  signals: DenseMatrix,
  atoms: DenseMatrix,
  options: OlshausenFieldOptions,
  kernels?: Kernels,
): number[] {
  const { coder, penalty, prior = laplacePrior, batch, updates, rate = 0.5, seed, onUpdate } = options;
  const inSingle = options.precision === 'single' ? kernels : undefined;
  const random = createRandom(seed, 'dictionary/olshausen-field');
  const size = Math.min(batch, signals.rows);
  const { columns } = signals;
  const some = { rows: size, columns, values: new Float64Array(size * columns) };
  const codes = { rows: size, columns: atoms.rows, values: new Float64Array(size * atoms.rows) };
  const meanSquares = new Float64Array(atoms.rows);
  return Array.from({ length: updates }, (_, update) => {
    sampleWithoutReplacement(random, signals.rows, size).forEach((row, i) => {
      some.values.set(signals.values.subarray(row * columns, (row + 1) * columns), i * columns);
    });
    codes.values.fill(0);
    coder(atoms, some, codes);
    const left = residualSums(atoms, some, codes, inSingle);
    const energy = (left.energy / 2 + penalty * costOf(codes, prior)) / size;
    remember(meanSquares, codes, update);
    for (let k = 0; k < atoms.rows; k++) {
      if (!(meanSquares[k]! > 0)) continue;
      const factor = rate / (meanSquares[k]! * size);
      for (let a = k * columns; a < (k + 1) * columns; a++)
        atoms.values[a]! += factor * left.products.values[a]!;
    }
    scaleToUnitNorm(atoms);
    onUpdate?.(energy, update);
    return energy;
  });
}

/** How much of the mean squares is kept from batch to batch. */
const memory = 0.9;

/** A running mean of each atom's squared coefficient, at least its share of the present batch. */
function remember(meanSquares: Float64Array, codes: DenseMatrix, update: number): void {
  const kept = Math.min(memory, update / (update + 1));
  for (let k = 0; k < codes.columns; k++) {
    let sum = 0;
    for (let i = k; i < codes.values.length; i += codes.columns) sum += codes.values[i]! ** 2;
    meanSquares[k] = kept * meanSquares[k]! + ((1 - kept) * sum) / codes.rows;
  }
}

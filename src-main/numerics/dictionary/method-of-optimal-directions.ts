import type { Kernels } from '../kernels/kernels.ts';
import { factorise, solveFactorised } from '../linalg/cholesky-in-place.ts';
import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { scaleToUnitNorm } from './atom-scale.ts';
import { codeSums, residualEnergy } from './code-products.ts';
import type { Coder } from './coder.ts';

/** Share of the mean use of an atom that is added to the diagonal, so that atoms used together can be told apart. */
const ridge = 1e-12;

/**
 * The method of optimal directions (Engan, Aase & Husoy, ICASSP 1999): all used atoms at once as least squares of the
 * signals on their codes, D = (XtX)^-1 Xt Y, then scaled to unit norm with their coefficients. The residual never rises.
 * Unused atoms stay.
 *
 * @param signals Y [count x dimension]
 * @param codes X [count x atomCount], scaled
 * @param atoms D [atomCount x dimension], overwritten
 * @param kernels with them the products of the codes are summed in WebAssembly, in single precision
 * @throws RangeError when shapes do not fit
 */
export function modUpdate(
  signals: DenseMatrix,
  codes: DenseMatrix,
  atoms: DenseMatrix,
  kernels?: Kernels,
): void {
  checkVector(codes.values, signals.rows * atoms.rows, 'codes');
  const { codeProducts: A, signalProducts: B } = codeSums(signals, codes, kernels);
  const used = Array.from({ length: atoms.rows }, (_, k) => k).filter(
    (k) => A.values[k * atoms.rows + k]! > 0,
  );
  if (used.length === 0) return;
  const n = used.length;
  const system = new Float64Array(n * n);
  const lift = (ridge * used.reduce((sum, k) => sum + A.values[k * atoms.rows + k]!, 0)) / n;
  used.forEach((k, i) => {
    used.forEach((j, c) => (system[i * n + c] = A.values[k * atoms.rows + j]!));
    system[i * n + i]! += lift;
  });
  factorise(system, n);
  const column = new Float64Array(n);
  for (let a = 0; a < atoms.columns; a++) {
    used.forEach((k, i) => (column[i] = B.values[k * atoms.columns + a]!));
    solveFactorised(system, n, column);
    used.forEach((k, i) => (atoms.values[k * atoms.columns + a] = column[i]!));
  }
  scaleToUnitNorm(atoms, codes);
}

/**
 * Learns by coding and {@link modUpdate} in turn.
 *
 * @param atoms [atomCount x dimension], unit norm: where to start, overwritten
 * @param kernels as for `modUpdate`; with a coder that works in them, too, all of the work is done there
 * @returns mean squared residual norm after each iteration
 */
export function learnByMod(
  signals: DenseMatrix,
  atoms: DenseMatrix,
  { coder, iterations }: { coder: Coder; iterations: number },
  kernels?: Kernels,
): number[] {
  const codes = {
    rows: signals.rows,
    columns: atoms.rows,
    values: new Float64Array(signals.rows * atoms.rows),
  };
  return Array.from({ length: iterations }, () => {
    coder(atoms, signals, codes);
    modUpdate(signals, codes, atoms, kernels);
    return residualEnergy(atoms, signals, codes, kernels) / signals.rows;
  });
}

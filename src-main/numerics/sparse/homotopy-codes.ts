import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../linalg/products.ts';
import { leastAngleRegression } from './least-angle-regression.ts';

/**
 * Lasso codes of many signals over one dictionary, exact to rounding: each is followed along its path from no atom at all
 * down to the penalty (the homotopy of Osborne, Presnell & Turlach, IMA J. Numer. Anal. 20(3), 2000). Quicker than
 * coordinate descent where atoms are alike.
 *
 * @param atoms D [atomCount x dimension]
 * @param signals [count x dimension]
 * @param codes [count x atomCount], overwritten
 * @param gram D Dt, where the caller has it already
 * @param kernels with them the paths are followed in WebAssembly, to the same codes but for rounding
 * @throws RangeError when shapes do not fit
 */
export function homotopyCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  { nonNegative = false }: { readonly nonNegative?: boolean } = {},
  gram: DenseMatrix = gramOfRows(atoms),
  kernels?: Kernels,
): void {
  checkVector(codes.values, signals.rows * atoms.rows, 'codes');
  const options = { method: 'lasso', leastPenalty: penalty, nonNegative, gram } as const;
  const follow = (i: number) => {
    const { coefficients } = leastAngleRegression(atoms, rowOf(signals, i), options);
    rowOf(codes, i).set(coefficients.at(-1)!);
  };
  if (kernels) kernelCodes(kernels, atoms, signals, penalty, codes, nonNegative, gram).forEach(follow);
  else for (let i = 0; i < signals.rows; i++) follow(i);
}

/** Signals that are copied to the kernels at a time. */
const signalsPerBlock = 64;

/** Codes by the kernels; returns the signals whose codes they could not settle. */
function kernelCodes(
  kernels: Kernels,
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  nonNegative: boolean,
  gram: DenseMatrix,
): number[] {
  const n = atoms.rows;
  const stride = (n + 3) & ~3;
  const most = Math.min(n, atoms.columns);
  const targets = timesTranspose(signals, atoms, kernels);
  const left: number[] = [];
  kernels.scoped(() => {
    const { functions } = kernels;
    const wideGram = kernels.f64(n * stride);
    for (let k = 0; k < n; k++) wideGram.view.set(rowOf(gram, k), k * stride);
    const block = Math.min(signals.rows, signalsPerBlock);
    const wideTargets = kernels.f64(block * stride);
    const found = kernels.f64(block * n);
    const isDone = kernels.i32(block);
    const scratch = kernels.f64(Math.ceil(functions.homotopyScratch(stride, most) / 8)).pointer;
    for (let first = 0; first < signals.rows; first += block) {
      const count = Math.min(block, signals.rows - first);
      for (let i = 0; i < count; i++) wideTargets.view.set(rowOf(targets, first + i), i * stride);
      functions.homotopyCodes(
        wideGram.pointer,
        wideTargets.pointer,
        count,
        n,
        stride,
        most,
        penalty,
        nonNegative ? 1 : 0,
        found.pointer,
        isDone.pointer,
        scratch,
      );
      codes.values.set(found.view.subarray(0, count * n), first * n);
      for (let i = 0; i < count; i++) if (isDone.view[i] === 0) left.push(first + i);
    }
  });
  return left;
}

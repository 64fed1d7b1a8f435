import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { progressiveCholesky } from '../linalg/progressive-cholesky.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';
import { greedyChoice, type GreedyChoice } from './greedy-choice.ts';
import { kernelDesignPursuit } from './kernel-design-pursuit.ts';
import type { PursuitResult, PursuitStopping } from './matching-pursuit.ts';

/**
 * Orthogonal matching pursuit (Pati, Rezaiifar & Krishnaprasad, Asilomar 1993) in double precision: each step takes
 * the atom most correlated with the residual and projects the signal onto all atoms taken so far, through a Cholesky
 * factor that grows by a row. With `nonNegative`, an atom is taken only for a positive correlation, and the pursuit
 * ends before an atom that would turn a coefficient negative (non-negative OMP after Bruckstein, Elad & Zibulevsky
 * 2008).
 *
 * For many signals over one dictionary, in single precision, see `batchOmp` and `pursuitCodes`.
 *
 * @param atoms [atomCount x dimension], any norms but zero; ties go to the lower index
 * @param signal [dimension]
 * @param coefficients [atomCount], overwritten
 * @param kernels with them the correlations, most of the work, are summed in WebAssembly, two numbers at a time. With
 *   `precision: 'single'` all is done there: the next atom is found in single precision, so that of two that explain nearly as
 *   much it may be the other one, and the coefficients in double precision. Atoms whose squared norms are not in the range of
 *   single precision are never chosen, and a signal whose energy is not finite has an empty code
 * @throws RangeError when shapes do not fit, or in single precision the limits do not make sense
 */
export function orthogonalMatchingPursuit(
  atoms: DenseMatrix,
  signal: Float64Array,
  stopping: PursuitStopping & KernelOptions,
  coefficients: Float64Array,
  kernels?: Kernels,
): PursuitResult {
  if (kernels && stopping.precision === 'single')
    return kernelDesignPursuit(kernels, atoms, signal, stopping, coefficients);
  const work = () => {
    const greedy = greedyChoice(atoms, signal, coefficients, stopping.nonNegative ?? false, kernels);
    return pursue(atoms, signal, stopping, coefficients, greedy);
  };
  return kernels ? kernels.scoped(work) : work();
}

function pursue(
  { rows, columns, values }: DenseMatrix,
  signal: Float64Array,
  { nonzeros, errorTarget = 0, nonNegative = false }: PursuitStopping,
  coefficients: Float64Array,
  { squares, residual, choose }: GreedyChoice,
): PursuitResult {
  const most = Math.min(nonzeros, rows, columns);
  const factor = progressiveCholesky();
  const support: number[] = [];
  const products = new Float64Array(most);
  const targets = new Float64Array(most);
  let solution = new Float64Array(0);
  while (support.length < most && squaredNorm(residual) > errorTarget) {
    const k = choose(support);
    if (k < 0) break;
    support.forEach((j, place) => {
      products[place] = innerProduct(values, j * columns, values, k * columns, columns);
    });
    if (!factor.append(products, squares[k]!)) break;
    targets[support.length] = innerProduct(values, k * columns, signal, 0, columns);
    const fresh = targets.slice(0, support.length + 1);
    factor.solve(fresh);
    if (nonNegative && fresh.some((coefficient) => coefficient <= 0)) break;
    support.push(k);
    solution = fresh;
    residual.set(signal);
    support.forEach((j, place) => {
      addScaled(-solution[place]!, values, j * columns, residual, 0, columns);
    });
  }
  support.forEach((k, place) => {
    coefficients[k] = solution[place]!;
  });
  return { support, residualEnergy: squaredNorm(residual) };
}

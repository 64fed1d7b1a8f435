import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { rowSquares, timesVector } from '../linalg/products.ts';
import { progressiveCholesky } from '../linalg/progressive-cholesky.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';
import { mostCorrelated, type PursuitResult, type PursuitStopping } from './matching-pursuit.ts';

/** Correlations this small against the signal are rounding. */
const noise = 1e-12;

/**
 * Orthogonal matching pursuit (Pati, Rezaiifar & Krishnaprasad, Asilomar 1993) in double precision: each step takes
 * the atom most correlated with the residual and projects the signal onto all atoms taken so far, through a Cholesky
 * factor that grows by a row. With `nonNegative`, an atom is taken only for a positive correlation, and the pursuit
 * ends before an atom that would turn a coefficient negative (non-negative OMP after Bruckstein, Elad & Zibulevsky
 * 2008).
 *
 * For many signals over one dictionary, in single precision, see `batchOmp`.
 *
 * @param atoms [atomCount x dimension], any norms but zero; ties go to the lower index
 * @param signal [dimension]
 * @param coefficients [atomCount], overwritten
 * @throws RangeError when shapes do not fit
 */
export function orthogonalMatchingPursuit(
  atoms: DenseMatrix,
  signal: Float64Array,
  { nonzeros, errorTarget = 0, nonNegative = false }: PursuitStopping,
  coefficients: Float64Array,
): PursuitResult {
  const { rows, columns, values } = atoms;
  checkVector(signal, columns, 'signal');
  checkVector(coefficients, rows, 'coefficients');
  coefficients.fill(0);
  const most = Math.min(nonzeros, rows, columns);
  const squares = rowSquares(atoms);
  const residual = signal.slice();
  const correlations = new Float64Array(rows);
  const least = noise * Math.sqrt(squaredNorm(signal));
  const factor = progressiveCholesky();
  const support: number[] = [];
  const products = new Float64Array(most);
  const targets = new Float64Array(most);
  let solution = new Float64Array(0);
  while (support.length < most && squaredNorm(residual) > errorTarget) {
    timesVector(atoms, residual, correlations);
    for (const k of support) correlations[k] = 0;
    const k = mostCorrelated(correlations, squares, nonNegative);
    if (k < 0 || !(Math.abs(correlations[k]!) > least * Math.sqrt(squares[k]!))) break;
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

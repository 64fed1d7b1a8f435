import { gramMatrix, innerProduct, type ReferenceDictionary } from './linear-maps.ts';

export interface ReferenceCode {
  /** Atoms in the order in which they were chosen. */
  readonly indices: number[];
  readonly coefficients: number[];
  /** Squared norm of the residual, by the recursion. */
  readonly residualEnergy: number;
}

/**
 * Batch-OMP of one signal in double precision, line by line as in Rubinstein, Zibulevsky, Elad 2008
 * (Technion CS-2008-08), Figure 3: x is the signal, D the dictionary, G = D^T D, alpha^0 = D^T x, I the support,
 * L the progressive Cholesky factor of G_I, gamma the coefficients, epsilon the squared residual norm. It stops
 * at `nonzeros` atoms, at epsilon <= errorTarget, or when the next atom is dependent on the support or
 * uncorrelated with the residual.
 *
 * @param x [dimension]
 */
export function referenceBatchOmp(
  D: ReferenceDictionary,
  x: Float64Array,
  stopping: { nonzeros: number; errorTarget: number },
  G: Float64Array = gramMatrix(D),
): ReferenceCode {
  const K = D.atoms.length;
  const alpha0 = D.atoms.map((atom) => innerProduct(atom, x));
  const energy = innerProduct(x, x);
  const I: number[] = [];
  const L: number[][] = [];
  let gamma: number[] = [];
  let alpha = alpha0;
  let epsilon = energy;
  let delta = 0;
  while (I.length < stopping.nonzeros && epsilon > stopping.errorTarget) {
    const k = indexOfLargestMagnitude(alpha);
    if (Math.abs(alpha[k]!) <= 1e-6 * Math.sqrt(energy)) break;
    const w = solveLower(
      L,
      I.map((i) => G[i * K + k]!),
    );
    const independent = 1 - w.reduce((sum, value) => sum + value * value, 0);
    if (independent < 1e-5) break;
    L.push([...w, Math.sqrt(independent)]);
    I.push(k);
    gamma = solveLowerTransposed(
      L,
      solveLower(
        L,
        I.map((i) => alpha0[i]!),
      ),
    );
    const beta = D.atoms.map((_, row) => I.reduce((sum, i, j) => sum + G[row * K + i]! * gamma[j]!, 0));
    alpha = alpha0.map((value, row) => value - beta[row]!);
    const newDelta = I.reduce((sum, i, j) => sum + gamma[j]! * beta[i]!, 0);
    epsilon += delta - newDelta;
    delta = newDelta;
  }
  return { indices: I, coefficients: gamma, residualEnergy: epsilon };
}

function indexOfLargestMagnitude(values: number[]): number {
  return values.reduce((best, value, k) => (Math.abs(value) > Math.abs(values[best]!) ? k : best), 0);
}

/** Solves L w = b for the lower triangular L given by rows. */
function solveLower(L: number[][], b: number[]): number[] {
  const w: number[] = [];
  L.forEach((row, i) => {
    const known = w.reduce((sum, value, j) => sum + row[j]! * value, 0);
    w.push((b[i]! - known) / row[i]!);
  });
  return w;
}

/** Solves L^T x = b for the lower triangular L given by rows. */
function solveLowerTransposed(L: number[][], b: number[]): number[] {
  const x = [...b];
  for (let i = L.length - 1; i >= 0; i -= 1) {
    x[i]! /= L[i]![i]!;
    for (let j = 0; j < i; j += 1) x[j]! -= L[i]![j]! * x[i]!;
  }
  return x;
}

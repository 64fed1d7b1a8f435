// Batch-OMP (Rubinstein, Zibulevsky, Elad 2008) with the paper's symbols: alpha the correlations of the residual
// with all atoms, alpha0 those of the signal, I the chosen atoms, L the Cholesky factor of G_I, gamma the
// coefficients. y = L^-1 alpha0_I grows by one entry per step, and the residual energy falls by its square.
import { blockSignals, correlateBlock } from './correlate';
import { argmax, subtractRows, updateArgmax } from './residual-correlations';
import { addScaled, sumOfSquares } from './vectors';

/** An atom counts as dependent on the chosen ones when less than this much of its energy lies outside their span. */
const dependent: f32 = 1e-5;
/** A correlation below this part of the signal's norm is rounding noise. */
const negligible: f32 = 1e-6;

/** Values of scratch memory that batchOmp needs. */
export function batchOmpScratch(panelCount: i32, dimension: i32, codeLength: i32): i32 {
  const alpha0 = blockSignals * panelCount * 8;
  const alpha = panelCount * 8;
  const residual = (dimension + 3) & ~3;
  return alpha0 + alpha + residual + codeLength * (codeLength + 2);
}

export function batchOmp(
  signals: usize,
  count: i32,
  dimension: i32,
  atoms: usize,
  panels: usize,
  gram: usize,
  panelCount: i32,
  codeLength: i32,
  nonzeros: i32,
  errorTarget: f32,
  indices: usize,
  coefficients: usize,
  sizes: usize,
  residualEnergy: usize,
  scratch: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const gramBytes = <usize>panelCount << 5;
  const codeBytes = <usize>codeLength << 2;
  const alpha = scratch + <usize>blockSignals * gramBytes;
  const residual = alpha + gramBytes;
  const factor = residual + (((<usize>dimension + 3) & ~3) << 2);
  for (let first = 0; first < count; first += blockSignals) {
    const size = min(blockSignals, count - first);
    correlateBlock(signals, size, dimension, panels, panelCount, scratch);
    for (let i = 0; i < size; i++) {
      const alpha0 = scratch + <usize>i * gramBytes;
      const energy = sumOfSquares(signals, dimension);
      const chosen = pursue(
        alpha0, alpha, energy, gram, gramBytes, nonzeros, errorTarget, indices, coefficients, factor, codeLength,
      );
      i32.store(sizes, chosen);
      for (let j = chosen; j < codeLength; j++) {
        i32.store(indices + (<usize>j << 2), -1);
        f32.store(coefficients + (<usize>j << 2), 0);
      }
      f32.store(
        residualEnergy,
        chosen == 0 ? energy : energyLeft(signals, dimension, atoms, chosen, indices, coefficients, residual),
      );
      signals += rowBytes;
      indices += codeBytes;
      coefficients += codeBytes;
      sizes += 4;
      residualEnergy += 4;
    }
  }
}

/** Codes one signal given alpha0 and its energy; returns how many atoms it took. */
function pursue(
  alpha0: usize,
  alpha: usize,
  energy: f32,
  gram: usize,
  gramBytes: usize,
  nonzeros: i32,
  errorTarget: f32,
  indices: usize,
  gamma: usize,
  factor: usize,
  codeLength: i32,
): i32 {
  // Also false for NaN.
  if (!(energy > 0 && energy < Infinity)) return 0;
  const smallest = negligible * sqrt<f32>(energy);
  const factorBytes = <usize>codeLength << 2;
  const inverseDiagonal = factor + <usize>codeLength * factorBytes;
  const y = inverseDiagonal + factorBytes;
  let left = energy;
  for (let n: i32 = 0; n < nonzeros; n++) {
    if (left <= errorTarget) return n;
    const k = n == 0 ? argmax(alpha0, gramBytes) : nextAtom(alpha0, alpha, gram, gramBytes, indices, gamma, n);
    // w = L^-1 G_{I,k}, and the new entry of y by the same elimination.
    const row = gram + <usize>k * gramBytes;
    const w = factor + <usize>n * factorBytes;
    let independent: f32 = 1;
    let correlation = f32.load(alpha0 + (<usize>k << 2));
    for (let i = 0; i < n; i++) {
      let sum = f32.load(row + (<usize>i32.load(indices + (<usize>i << 2)) << 2));
      const earlier = factor + <usize>i * factorBytes;
      for (let j = 0; j < i; j++) {
        sum -= f32.load(earlier + (<usize>j << 2)) * f32.load(w + (<usize>j << 2));
      }
      sum *= f32.load(inverseDiagonal + (<usize>i << 2));
      f32.store(w + (<usize>i << 2), sum);
      independent -= sum * sum;
      correlation -= sum * f32.load(y + (<usize>i << 2));
    }
    if (!(independent >= dependent) || abs(correlation) <= smallest) return n;
    const inverse: f32 = 1 / sqrt<f32>(independent);
    const entry = correlation * inverse;
    f32.store(inverseDiagonal + (<usize>n << 2), inverse);
    f32.store(y + (<usize>n << 2), entry);
    i32.store(indices + (<usize>n << 2), k);
    left -= entry * entry;
    solveTransposed(factor, factorBytes, inverseDiagonal, y, n + 1, gamma);
  }
  return nonzeros;
}

/** gamma = L^-T y for the leading n rows. */
function solveTransposed(
  factor: usize,
  factorBytes: usize,
  inverseDiagonal: usize,
  y: usize,
  n: i32,
  gamma: usize,
): void {
  for (let i = n - 1; i >= 0; i--) {
    let sum = f32.load(y + (<usize>i << 2));
    for (let j = i + 1; j < n; j++) {
      sum -= f32.load(factor + <usize>j * factorBytes + (<usize>i << 2)) * f32.load(gamma + (<usize>j << 2));
    }
    f32.store(gamma + (<usize>i << 2), sum * f32.load(inverseDiagonal + (<usize>i << 2)));
  }
}

/** The atom with the largest |alpha|, alpha = alpha0 - G_I gamma; four Gram rows per pass. */
function nextAtom(
  alpha0: usize,
  alpha: usize,
  gram: usize,
  gramBytes: usize,
  indices: usize,
  gamma: usize,
  n: i32,
): i32 {
  let from = alpha0;
  while (n > 4) {
    subtractRows(from, alpha, gram, gramBytes, indices, gamma);
    from = alpha;
    indices += 16;
    gamma += 16;
    n -= 4;
  }
  return updateArgmax(from, gram, gramBytes, indices, gamma, n);
}

/** Squared norm of signal - D gamma, measured on the difference itself. */
function energyLeft(
  signal: usize,
  dimension: i32,
  atoms: usize,
  n: i32,
  indices: usize,
  gamma: usize,
  residual: usize,
): f32 {
  memory.copy(residual, signal, <usize>dimension << 2);
  for (let j = 0; j < n; j++) {
    const atom = atoms + ((<usize>i32.load(indices + (<usize>j << 2)) * dimension) << 2);
    addScaled(residual, atom, -f32.load(gamma + (<usize>j << 2)), dimension);
  }
  return sumOfSquares(residual, dimension);
}

// The update of atoms in K-SVD with missing values, in double or in single precision: one atom after another with its
// coefficients, a rank-1 approximation of the weighted errors of its users by alternating least squares. What an alternation
// needs of a user is done in one visit of its row. Rows take up whole vectors; beyond their numbers they are 0.

import { sumOfVector } from './lanes';
import { innerProduct } from './padded-rows';

/**
 * One sweep over the atoms from `first` on.
 *
 * @param residuals [rows of rowBytes] of the signals; follow in place where their weight is positive
 * @param weights [rows of rowBytes] of the values, 0 where one is left out
 * @param starts [atomCount + 1] where the users of each atom begin
 * @param users their rows, by atom
 * @param coefficients by atom as the users, overwritten
 * @param atoms [rows of rowBytes], overwritten
 * @param alternations of an atom with its coefficients, at least 1
 * @param scratch two rows
 */
export function updateMaskedAtoms32(
  residuals: usize,
  weights: usize,
  rowBytes: usize,
  starts: usize,
  users: usize,
  coefficients: usize,
  atoms: usize,
  first: i32,
  atomCount: i32,
  alternations: i32,
  scratch: usize,
): void {
  sweep<f32>(
    residuals, weights, rowBytes, starts, users, coefficients, atoms, first, atomCount, alternations, scratch,
  );
}

/** As {@link updateMaskedAtoms32}, in double precision. */
export function updateMaskedAtoms64(
  residuals: usize,
  weights: usize,
  rowBytes: usize,
  starts: usize,
  users: usize,
  coefficients: usize,
  atoms: usize,
  first: i32,
  atomCount: i32,
  alternations: i32,
  scratch: usize,
): void {
  sweep<f64>(
    residuals, weights, rowBytes, starts, users, coefficients, atoms, first, atomCount, alternations, scratch,
  );
}

function sweep<T>(
  residuals: usize,
  weights: usize,
  rowBytes: usize,
  starts: usize,
  users: usize,
  coefficients: usize,
  atoms: usize,
  first: i32,
  atomCount: i32,
  alternations: i32,
  scratch: usize,
): void {
  const numerator = scratch;
  const denominator = scratch + rowBytes;
  for (let k = first; k < atomCount; k++) {
    const from = load<i32>(starts + (<usize>k << 2));
    const to = load<i32>(starts + (<usize>k << 2), 4);
    if (from == to) continue;
    const atom = atoms + <usize>k * rowBytes;
    for (let round = 0; round < alternations; round++) {
      memory.fill(scratch, 0, rowBytes << 1);
      for (let u = from; u < to; u++) {
        const at = <usize>load<i32>(users + (<usize>u << 2)) * rowBytes;
        const place = coefficients + <usize>u * sizeof<T>();
        const residual = residuals + at;
        const weight = weights + at;
        if (round == 0) addWhereSeen<T>(residual, weight, atom, load<T>(place), rowBytes);
        else store<T>(place, bestCoefficient<T>(residual, weight, atom, rowBytes));
        addToSums<T>(numerator, denominator, residual, weight, load<T>(place), rowBytes);
      }
      refit<T>(atom, numerator, denominator, rowBytes);
    }
    for (let u = from; u < to; u++) {
      const at = <usize>load<i32>(users + (<usize>u << 2)) * rowBytes;
      const coefficient = bestCoefficient<T>(residuals + at, weights + at, atom, rowBytes);
      store<T>(coefficients + <usize>u * sizeof<T>(), coefficient);
      addWhereSeen<T>(residuals + at, weights + at, atom, -coefficient, rowBytes);
    }
  }
}

/** residual += factor atom, where the weight is positive. */
@inline
function addWhereSeen<T>(residual: usize, weight: usize, atom: usize, factor: T, rowBytes: usize): void {
  const factors = v128.splat<T>(factor);
  const zero = v128.splat<T>(<T>0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const seen = v128.and(v128.load(atom + at), v128.gt<T>(v128.load(weight + at), zero));
    v128.store(residual + at, v128.relaxed_madd<T>(factors, seen, v128.load(residual + at)));
  }
}

/** The coefficient with which the atom explains most of a residual; 0 where nothing of the atom is seen. */
@inline
function bestCoefficient<T>(residual: usize, weight: usize, atom: usize, rowBytes: usize): T {
  let products = v128.splat<T>(<T>0);
  let squares = products;
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const d = v128.load(atom + at);
    const weighted = v128.mul<T>(d, v128.load(weight + at));
    products = v128.relaxed_madd<T>(weighted, v128.load(residual + at), products);
    squares = v128.relaxed_madd<T>(weighted, d, squares);
  }
  const square = sumOfVector<T>(squares);
  return square > 0 ? <T>(sumOfVector<T>(products) / square) : <T>0;
}

/** What a user adds to the sums whose quotient is the best atom. */
@inline
function addToSums<T>(
  numerator: usize,
  denominator: usize,
  residual: usize,
  weight: usize,
  coefficient: T,
  rowBytes: usize,
): void {
  const coefficients = v128.splat<T>(coefficient);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const weighted = v128.mul<T>(coefficients, v128.load(weight + at));
    v128.store(
      numerator + at,
      v128.relaxed_madd<T>(weighted, v128.load(residual + at), v128.load(numerator + at)),
    );
    v128.store(
      denominator + at,
      v128.relaxed_madd<T>(weighted, coefficients, v128.load(denominator + at)),
    );
  }
}

/** The atom as the quotient of the sums, of unit norm; a value that no user has seen stays as it is. */
function refit<T>(atom: usize, numerator: usize, denominator: usize, rowBytes: usize): void {
  const zero = v128.splat<T>(<T>0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const below = v128.load(denominator + at);
    const fresh = v128.div<T>(v128.load(numerator + at), below);
    v128.store(atom + at, v128.bitselect(fresh, v128.load(atom + at), v128.gt<T>(below, zero)));
  }
  const norm = sqrt<f64>(innerProduct<T>(atom, atom, rowBytes));
  if (!(norm > 0)) return;
  const reciprocal = v128.splat<T>(<T>(1 / norm));
  for (let at: usize = 0; at < rowBytes; at += 16)
    v128.store(atom + at, v128.mul<T>(reciprocal, v128.load(atom + at)));
}

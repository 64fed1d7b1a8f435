import type { LearntDictionary } from './learnt-dictionary.ts';

/**
 * The same dictionary with its atoms in order of falling usage (then of falling mean coefficient, then by their
 * entries) and each atom's sign such that its largest-magnitude entry is positive. Usage, coefficients and the online
 * state follow.
 */
export function inCanonicalOrder(dictionary: LearntDictionary): LearntDictionary {
  const { atoms, atomCount, dimension, usage, meanAbsCoefficient, state } = dictionary;
  const signs = Array.from({ length: atomCount }, (_, k) => signOf(atoms, k * dimension, dimension));
  const order = Array.from({ length: atomCount }, (_, k) => k).sort(
    (i, j) =>
      usage[j]! - usage[i]! ||
      meanAbsCoefficient[j]! - meanAbsCoefficient[i]! ||
      compareAtoms(atoms, dimension, signs, i, j),
  );

  const rows = (matrix: Float32Array) => {
    const sorted = new Float32Array(matrix.length);
    order.forEach((from, to) => {
      for (let a = 0; a < dimension; a++)
        sorted[to * dimension + a] = signs[from]! * matrix[from * dimension + a]!;
    });
    return sorted;
  };
  const codeProducts = new Float32Array(atomCount * atomCount);
  order.forEach((fromRow, toRow) => {
    order.forEach((fromColumn, toColumn) => {
      codeProducts[toRow * atomCount + toColumn] =
        signs[fromRow]! * signs[fromColumn]! * state.codeProducts[fromRow * atomCount + fromColumn]!;
    });
  });
  return {
    ...dictionary,
    atoms: rows(atoms),
    usage: Float32Array.from(order, (k) => usage[k]!),
    meanAbsCoefficient: Float32Array.from(order, (k) => meanAbsCoefficient[k]!),
    state: { ...state, codeProducts, patchProducts: rows(state.patchProducts) },
  };
}

function signOf(atoms: Float32Array, start: number, dimension: number): number {
  let peak = 0;
  for (let i = start; i < start + dimension; i++) if (Math.abs(atoms[i]!) > Math.abs(peak)) peak = atoms[i]!;
  return peak < 0 ? -1 : 1;
}

function compareAtoms(atoms: Float32Array, dimension: number, signs: number[], i: number, j: number): number {
  for (let a = 0; a < dimension; a++) {
    const difference = signs[j]! * atoms[j * dimension + a]! - signs[i]! * atoms[i * dimension + a]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

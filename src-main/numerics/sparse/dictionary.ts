import type { F32, Kernels } from '../kernels/kernels.ts';

/** A dictionary laid out for the coder; it lives in kernel memory until the caller releases it. */
export interface CoderDictionary {
  readonly atomCount: number;
  /** Values per atom and per signal. */
  readonly dimension: number;
  /** atomCount rounded up to whole panels of 8; rows of Gram and correlation matrices have this length. */
  readonly paddedAtomCount: number;
  /** [atomCount x dimension], row-major, unit norm. */
  readonly atoms: F32;
  /** [paddedAtomCount / 8][dimension][8]: eight atoms side by side for the correlation kernel, padded by zeros. */
  readonly panels: F32;
  /** [atomCount x paddedAtomCount]: inner products of all pairs of atoms; padded columns are zero. */
  readonly gram: F32;
}

/** How far from 1 the norm of an atom may lie. */
const normTolerance = 1e-3;

/**
 * Lays a dictionary out for sparse coding and computes its Gram matrix.
 *
 * @param atoms [atomCount x dimension], row-major; each row of unit Euclidean norm
 * @throws RangeError when the shape does not fit or an atom is not of unit norm
 */
export function prepareDictionary(
  kernels: Kernels,
  atoms: Float32Array,
  shape: { atomCount: number; dimension: number },
): CoderDictionary {
  checkUnitNorm(atoms, shape.atomCount, shape.dimension);
  return layOutDictionary(kernels, atoms, shape);
}

/** As {@link prepareDictionary}, of atoms of any norm, for what takes them so; shapes are not checked. */
export function layOutDictionary(
  kernels: Kernels,
  atoms: ArrayLike<number>,
  { atomCount, dimension }: { atomCount: number; dimension: number },
): CoderDictionary {
  const panelCount = Math.ceil(atomCount / 8);
  const dictionary = {
    atomCount,
    dimension,
    paddedAtomCount: panelCount * 8,
    atoms: kernels.copyF32(atoms),
    panels: kernels.f32(panelCount * dimension * 8),
    gram: kernels.f32(atomCount * panelCount * 8),
  };
  const { functions } = kernels;
  functions.packPanels(dictionary.atoms.pointer, atomCount, dimension, dictionary.panels.pointer);
  functions.correlate(
    dictionary.atoms.pointer,
    atomCount,
    dimension,
    dictionary.panels.pointer,
    panelCount,
    dictionary.gram.pointer,
  );
  return dictionary;
}

function checkUnitNorm(atoms: Float32Array, atomCount: number, dimension: number): void {
  if (!(Number.isInteger(atomCount) && atomCount > 0 && Number.isInteger(dimension) && dimension > 0))
    throw new RangeError(`A dictionary cannot have ${atomCount} atoms of ${dimension} values.`);
  if (atoms.length !== atomCount * dimension)
    throw new RangeError(
      `${atomCount} atoms of ${dimension} values need ${atomCount * dimension} numbers, not ${atoms.length}.`,
    );
  for (let k = 0; k < atomCount; k += 1) {
    let energy = 0;
    for (let i = k * dimension; i < (k + 1) * dimension; i += 1) energy += atoms[i]! * atoms[i]!;
    if (!(Math.abs(Math.sqrt(energy) - 1) <= normTolerance))
      throw new RangeError(`Atom ${k} has norm ${Math.sqrt(energy)}, not 1.`);
  }
}

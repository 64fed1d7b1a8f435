import type { F32, Kernels } from '../kernels/kernels.ts';
import {
  batchOmp,
  createCodes,
  prepareDictionary,
  residuals as subtractRebuilt,
  type SparseCodes,
} from '../sparse/batch-omp.ts';

/** Training patches with their present codes and residuals, all in kernel memory. */
export interface CodedPatches {
  readonly count: number;
  readonly dimension: number;
  /** [count x dimension] */
  readonly signals: F32;
  /** [count x dimension]: signals minus what the codes rebuild; kept true while atoms change. */
  readonly residuals: F32;
  /** [count]: squared norms of the rows of `residuals`, as last measured. */
  readonly energies: F32;
  readonly codes: SparseCodes;
}

/**
 * Takes a copy of the patches into kernel memory, with room for their codes.
 *
 * @param patches [count x dimension], not a view of kernel memory (it may be moved by the copy)
 */
export function holdPatches(
  kernels: Kernels,
  patches: Float32Array,
  shape: { count: number; dimension: number; nonzeros: number },
): CodedPatches {
  const { count, dimension, nonzeros } = shape;
  return {
    count,
    dimension,
    signals: kernels.copyF32(patches),
    residuals: kernels.f32(count * dimension),
    energies: kernels.f32(count),
    codes: createCodes(kernels, count, nonzeros),
  };
}

/**
 * Codes all patches over the atoms [atomCount x dimension] and sets the residuals.
 *
 * @returns mean squared norm of the residuals
 */
export function codePatches(kernels: Kernels, patches: CodedPatches, atoms: F32): number {
  const { count, dimension, signals, residuals, codes } = patches;
  kernels.scoped(() => {
    const atomCount = atoms.length / dimension;
    const dictionary = prepareDictionary(kernels, atoms.view, { atomCount, dimension });
    batchOmp(kernels, dictionary, signals, count, { nonzeros: codes.nonzeros, errorTarget: 0 }, codes);
    subtractRebuilt(kernels, dictionary, signals, codes, count, residuals);
  });
  return measureResiduals(kernels, patches);
}

/** Measures the residuals' energies and returns their mean. */
export function measureResiduals(kernels: Kernels, patches: CodedPatches): number {
  const { count, dimension, residuals, energies } = patches;
  const { functions } = kernels;
  return functions.residualEnergies(residuals.pointer, count, dimension, energies.pointer) / count;
}

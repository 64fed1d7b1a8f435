import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { batchOmp, createCodes, prepareDictionary, reconstruct } from '../../numerics/sparse/batch-omp.ts';

export interface WindowDictionary {
  /** [atomCount x windowLength], unit norm. */
  readonly atoms: Float32Array;
  readonly atomCount: number;
  /** Atoms that a window may be rebuilt from. */
  readonly nonzeros: number;
}

export interface CodedWindows {
  /** [count x windowLength] */
  readonly rebuilt: Float32Array;
  /** [count] squared norm of what is left. */
  readonly residualEnergy: Float32Array;
  /** [count] sum of the coefficients' magnitudes. */
  readonly cost: Float32Array;
}

/** Windows that are coded at a time. */
const stretch = 4096;

/** Rebuilds windows from few atoms each (Batch-OMP). @param windows [count x windowLength], without their means */
export function codeWindows(
  kernels: Kernels,
  { atoms, atomCount, nonzeros }: WindowDictionary,
  windows: Float32Array,
): CodedWindows {
  const dimension = atoms.length / atomCount;
  const count = windows.length / dimension;
  const coded = {
    rebuilt: new Float32Array(windows.length),
    residualEnergy: new Float32Array(count),
    cost: new Float32Array(count),
  };
  kernels.scoped(() => {
    const dictionary = prepareDictionary(kernels, atoms, { atomCount, dimension });
    for (let first = 0; first < count; first += stretch) {
      const rows = Math.min(stretch, count - first);
      kernels.scoped(() => {
        const signals = kernels.copyF32(windows.subarray(first * dimension, (first + rows) * dimension));
        const codes = createCodes(kernels, rows, nonzeros);
        batchOmp(kernels, dictionary, signals, rows, { nonzeros, errorTarget: 0 }, codes);
        coded.residualEnergy.set(codes.residualEnergy.view, first);
        const coefficients = codes.coefficients.view;
        for (let i = 0; i < rows * nonzeros; i++) {
          coded.cost[first + Math.floor(i / nonzeros)]! += Math.abs(coefficients[i]!);
        }
        reconstruct(kernels, dictionary, codes, rows, signals);
        coded.rebuilt.set(signals.view, first * dimension);
      });
    }
  });
  return coded;
}

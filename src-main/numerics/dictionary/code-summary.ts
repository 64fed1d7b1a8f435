import type { F32, Kernels } from '../kernels/kernels.ts';
import { codePatches, type CodedPatches } from './coded-patches.ts';
import type { OnlineState } from './learnt-dictionary.ts';
import { addToSums, createSums } from './online-statistics.ts';

/** What the codes of some patches over a dictionary say about its atoms. */
export interface CodeSummary {
  /** Mean squared norm of the residuals. */
  objective: number;
  /** [atomCount] share of patches that use each atom. */
  usage: Float32Array;
  /** [atomCount] mean magnitude of each atom's coefficient where it is used. */
  meanAbsCoefficient: Float32Array;
  /** A and B over all the patches. */
  sums: Pick<OnlineState, 'codeProducts' | 'patchProducts'>;
}

/** Codes the patches over the atoms [atomCount x dimension] and summarises the codes. */
export function summariseCodes(kernels: Kernels, patches: CodedPatches, atoms: F32): CodeSummary {
  const { count, dimension, codes, signals } = patches;
  const atomCount = atoms.length / dimension;
  const objective = codePatches(kernels, patches, atoms);

  const uses = new Float64Array(atomCount);
  const magnitudes = new Float64Array(atomCount);
  const indices = codes.indices.view;
  const coefficients = codes.coefficients.view;
  for (let place = 0; place < count * codes.nonzeros; place++) {
    const atom = indices[place]!;
    if (atom < 0) continue;
    uses[atom]!++;
    magnitudes[atom]! += Math.abs(coefficients[place]!);
  }
  const sums = kernels.scoped(() => {
    const growing = createSums(kernels, atomCount, dimension);
    addToSums(kernels, growing, codes, signals, count, 1);
    return {
      codeProducts: growing.codeProducts.view.slice(),
      patchProducts: growing.patchProducts.view.slice(),
    };
  });
  return {
    objective,
    usage: Float32Array.from(uses, (n) => n / count),
    meanAbsCoefficient: Float32Array.from(magnitudes, (sum, k) => (uses[k]! > 0 ? sum / uses[k]! : 0)),
    sums,
  };
}

import type { Kernels } from '../kernels/kernels.ts';
import { replaceUselessAtoms } from './atom-replacement.ts';
import { summariseCodes, type CodeSummary } from './code-summary.ts';
import { holdPatches } from './coded-patches.ts';
import type { LearntDictionary } from './learnt-dictionary.ts';
import { updateAtomsFromSums } from './online.ts';
import { createSums, forgetAtom } from './online-statistics.ts';

export interface TeachingOptions {
  /** Atoms that a code may use: as when the dictionary was learnt. */
  nonzeros: number;
  /** Times that the new patches are coded and the atoms follow. @default 5 */
  passes?: number;
  /**
   * Least share of the new patches in what the dictionary remembers, in (0, 1): a few patches among many old ones
   * would otherwise change nothing. @default 0.2
   */
  share?: number;
}

/**
 * Teaches a dictionary new good patches without the old ones: online dictionary learning (Mairal et al. 2010) on its
 * remembered sums A and B, to which the new patches' sums are added, coded afresh in each pass. Atoms that hardly any
 * old patch used are given to the worst represented new ones first. Atoms keep their places, so that what is stored
 * by atom stays meaningful.
 *
 * @param learnt not changed
 * @param patches [count x dimension], each without its mean; not a view of kernel memory
 * @returns the new dictionary; its `objective` is that of the new patches, first before teaching, then after each pass
 * @throws RangeError when shapes, values or options do not fit
 */
export function teachDictionary(
  kernels: Kernels,
  learnt: LearntDictionary,
  patches: Float32Array,
  count: number,
  { nonzeros, passes = 5, share = 0.2 }: TeachingOptions,
): LearntDictionary {
  const { atomCount, dimension, state } = learnt;
  if (!(count >= 1) || patches.length !== count * dimension || !patches.every(Number.isFinite))
    throw new RangeError(`expected ${count} > 0 patches of ${dimension} finite values`);
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be in (0, 1), got ${share}`);
  const weight = Math.max(1, ((share / (1 - share)) * state.patches) / count);

  return kernels.scoped(() => {
    const held = holdPatches(kernels, patches, { count, dimension, nonzeros });
    const atoms = kernels.copyF32(learnt.atoms);
    const past = createSums(kernels, atomCount, dimension);
    past.codeProducts.view.set(state.codeProducts);
    past.patchProducts.view.set(state.patchProducts);
    const sums = createSums(kernels, atomCount, dimension);
    const combine = ({ codeProducts, patchProducts }: CodeSummary['sums']) => {
      setWeightedSum(sums.codeProducts.view, past.codeProducts.view, codeProducts, weight);
      setWeightedSum(sums.patchProducts.view, past.patchProducts.view, patchProducts, weight);
    };

    let summary = summariseCodes(kernels, held, atoms);
    const objective = [summary.objective];
    const { signals, energies } = held;
    // An atom that the new patches use is not free, however little the old ones did.
    const uses = learnt.usage.map((usage, k) => usage * state.patches + summary.usage[k]! * count);
    const replaced = replaceUselessAtoms(kernels, atoms, dimension, { uses, signals, energies, count });
    for (const atom of replaced) forgetAtom(past, atom);
    if (replaced.length > 0) summary = summariseCodes(kernels, held, atoms);
    for (let pass = 0; pass < passes; pass++) {
      combine(summary.sums);
      updateAtomsFromSums(kernels, atoms, sums);
      summary = summariseCodes(kernels, held, atoms);
      objective.push(summary.objective);
    }
    combine(summary.sums);
    return {
      atoms: atoms.view.slice(),
      atomCount,
      dimension,
      objective,
      ...mixUse(learnt, summary, weight * count),
      state: {
        codeProducts: sums.codeProducts.view.slice(),
        patchProducts: sums.patchProducts.view.slice(),
        patches: state.patches + weight * count,
        step: state.step + 1,
      },
    };
  });
}

function setWeightedSum(sum: Float32Array, past: Float32Array, fresh: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = past[i]! + weight * fresh[i]!;
}

/** Usage and coefficients over the old patches and the new ones, which count as `freshPatches`. */
function mixUse(learnt: LearntDictionary, fresh: CodeSummary, freshPatches: number) {
  const all = learnt.state.patches + freshPatches;
  const oldUses = learnt.usage.map((usage) => (usage * learnt.state.patches) / all);
  const newUses = fresh.usage.map((usage) => (usage * freshPatches) / all);
  return {
    usage: oldUses.map((uses, k) => uses + newUses[k]!),
    meanAbsCoefficient: oldUses.map((uses, k) => {
      const magnitude = uses * learnt.meanAbsCoefficient[k]! + newUses[k]! * fresh.meanAbsCoefficient[k]!;
      return magnitude > 0 ? magnitude / (uses + newUses[k]!) : 0;
    }),
  };
}

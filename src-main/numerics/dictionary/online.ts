import type { F32, Kernels } from '../kernels/kernels.ts';
import { batchOmp, createCodes, prepareDictionary, type SparseCodes } from '../sparse/batch-omp.ts';
import { replaceUselessAtoms } from './atom-replacement.ts';
import { addToSums, createSums, forget, forgetAtom, type OnlineSums } from './online-statistics.ts';

/** Patches per atom coded between two updates of the dictionary: an update then costs about half as much as they do. */
const patchesPerAtom = 2;
/** rho of the paper: how fast the past is forgotten, which was coded over a dictionary that is no more. */
const forgetting = 15;

/** Online learning over patches that stay in kernel memory; `learnPass` goes once over all of them. */
export interface OnlineLearner {
  /**
   * @param order [count] the order in which patches are seen
   * @returns mean squared norm of the residuals, each measured before its batch changed the dictionary
   */
  learnPass(order: Uint32Array): number;
  /** Replaces useless atoms by the patches that the last pass represented worst; returns how many. */
  replaceAtoms(): number;
}

/**
 * Online dictionary learning (Mairal, Bach, Ponce & Sapiro, JMLR 2010) with mini-batches, where OMP is the coder: code
 * a batch, scale A and B of the past by beta, add the batch, then one block-coordinate sweep over the atoms. beta is
 * (1 - 1 / t)^rho in the t-th batch (the paper's section 3.4.2). Atoms are scaled to unit norm where the
 * paper projects onto the unit ball, as OMP asks for.
 *
 * Allocates in kernel memory for as long as the learner lives.
 *
 * @param signals [count x dimension]
 * @param atoms [atomCount x dimension], unit norm, overwritten by every pass
 */
export function createOnlineLearner(
  kernels: Kernels,
  signals: F32,
  shape: { count: number; dimension: number; nonzeros: number },
  atoms: F32,
): OnlineLearner {
  const { count, dimension, nonzeros } = shape;
  const atomCount = atoms.length / dimension;
  const size = Math.min(patchesPerAtom * atomCount, count);
  const batch = kernels.f32(size * dimension);
  const codes = createCodes(kernels, size, nonzeros);
  const energies = kernels.f32(count);
  const sums = createSums(kernels, atomCount, dimension);
  const uses = new Float64Array(atomCount);
  let batches = 0;

  function learnBatch(rows: Uint32Array): number {
    gatherRows(signals.view, rows, dimension, batch.view);
    codeBatch(kernels, atoms, { batch, count: rows.length, dimension, nonzeros }, codes);
    let total = 0;
    const measured = codes.residualEnergy.view;
    const energyView = energies.view;
    rows.forEach((row, i) => {
      energyView[row] = measured[i]!;
      total += measured[i]!;
    });
    countCodeUses(codes, rows.length, uses);
    batches++;
    forget(kernels, sums, (1 - 1 / batches) ** forgetting);
    addToSums(kernels, sums, codes, batch, rows.length, 1);
    updateAtomsFromSums(kernels, atoms, sums);
    return total;
  }

  return {
    learnPass(order) {
      uses.fill(0);
      let total = 0;
      for (let start = 0; start < order.length; start += size)
        total += learnBatch(order.subarray(start, start + size));
      return total / order.length;
    },
    replaceAtoms() {
      const replaced = replaceUselessAtoms(kernels, atoms, dimension, { uses, signals, energies, count });
      for (const atom of replaced) forgetAtom(sums, atom);
      return replaced.length;
    },
  };
}

/**
 * One sweep of block-coordinate descent on 1/2 tr(Dt D A) - tr(Dt B): d_k + (b_k - D a_k) / A_kk, to unit norm. Atoms
 * without use (A_kk = 0) stay.
 *
 * @param atoms [atomCount x dimension], overwritten
 */
export function updateAtomsFromSums(kernels: Kernels, atoms: F32, sums: OnlineSums): void {
  const { atomCount, dimension, codeProducts, patchProducts } = sums;
  kernels.scoped(() => {
    const step = kernels.f32(dimension);
    const stepView = step.view;
    const atomView = atoms.view;
    const products = codeProducts.view;
    for (let k = 0; k < atomCount; k++) {
      const own = products[k * atomCount + k]!;
      if (!(own > 0)) continue;
      kernels.functions.onlineAtomStep(
        atoms.pointer,
        atomCount,
        dimension,
        codeProducts.pointer + 4 * k * atomCount,
        patchProducts.pointer + 4 * k * dimension,
        step.pointer,
      );
      let square = 0;
      for (let a = 0; a < dimension; a++) {
        const entry = atomView[k * dimension + a]! + stepView[a]! / own;
        stepView[a] = entry;
        square += entry * entry;
      }
      if (!(square > 0 && square < Infinity)) continue;
      const inverse = 1 / Math.sqrt(square);
      for (let a = 0; a < dimension; a++) atomView[k * dimension + a] = stepView[a]! * inverse;
    }
  });
}

function codeBatch(
  kernels: Kernels,
  atoms: F32,
  { batch, count, dimension, nonzeros }: { batch: F32; count: number; dimension: number; nonzeros: number },
  codes: SparseCodes,
): void {
  kernels.scoped(() => {
    const dictionary = prepareDictionary(kernels, atoms.view, {
      atomCount: atoms.length / dimension,
      dimension,
    });
    batchOmp(kernels, dictionary, batch, count, { nonzeros, errorTarget: 0 }, codes);
  });
}

function gatherRows(from: Float32Array, rows: Uint32Array, dimension: number, to: Float32Array): void {
  rows.forEach((row, i) => {
    to.set(from.subarray(row * dimension, (row + 1) * dimension), i * dimension);
  });
}

function countCodeUses(codes: SparseCodes, count: number, uses: Float64Array): void {
  const indices = codes.indices.view;
  for (let place = 0; place < count * codes.nonzeros; place++) {
    const atom = indices[place]!;
    if (atom >= 0) uses[atom]!++;
  }
}

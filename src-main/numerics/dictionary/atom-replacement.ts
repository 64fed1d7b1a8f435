import type { F32, Kernels } from '../kernels/kernels.ts';
import { prepareDictionary } from '../sparse/batch-omp.ts';

/** Two atoms, or an atom and a normalised patch, with a larger |correlation| count as the same. */
export const nearDuplicate = 0.99;

/** What atoms are judged by, and the patches that may take their place. */
export interface ReplacementEvidence {
  /** [atomCount] how many patches use each atom. */
  uses: ArrayLike<number>;
  /** [count x dimension] */
  signals: F32;
  /** [count] squared norm of each patch's residual. */
  energies: F32;
  count: number;
}

/**
 * Replaces atoms that hardly any patch uses (fewer than a fiftieth of the mean) and the less used one of each pair of
 * near-duplicates by the worst represented patches, worst first, normalised. A patch that is nearly an atom already,
 * or has no residual left, is no candidate; when candidates run out, the remaining atoms stay. Deterministic: ties go
 * to the lower index.
 *
 * @param atoms [atomCount x dimension], unit norm, overwritten where replaced
 * @returns indices of the replaced atoms, ascending
 */
export function replaceUselessAtoms(
  kernels: Kernels,
  atoms: F32,
  dimension: number,
  evidence: ReplacementEvidence,
): number[] {
  const useless = findUselessAtoms(kernels, atoms, dimension, evidence.uses);
  const replaced: number[] = [];
  const taken = new Set<number>();
  const view = atoms.view;
  for (const atom of useless) {
    const patch = worstDistinctPatch(view, dimension, evidence, taken);
    if (!patch) break;
    view.set(patch, atom * dimension);
    replaced.push(atom);
  }
  return replaced;
}

function findUselessAtoms(
  kernels: Kernels,
  atoms: F32,
  dimension: number,
  uses: ArrayLike<number>,
): number[] {
  const atomCount = atoms.length / dimension;
  let total = 0;
  for (let k = 0; k < atomCount; k++) total += uses[k]!;
  const fewest = Math.max(1, total / atomCount / 50);
  const useless = new Set<number>();
  for (let k = 0; k < atomCount; k++) if (uses[k]! < fewest) useless.add(k);

  kernels.scoped(() => {
    const { gram, paddedAtomCount } = prepareDictionary(kernels, atoms.view, { atomCount, dimension });
    const products = gram.view;
    for (let i = 0; i < atomCount; i++) {
      for (let j = i + 1; j < atomCount; j++) {
        if (!(Math.abs(products[i * paddedAtomCount + j]!) > nearDuplicate)) continue;
        if (useless.has(i) || useless.has(j)) continue;
        useless.add(uses[i]! < uses[j]! ? i : j);
      }
    }
  });
  return [...useless].sort((i, j) => i - j);
}

/** The worst represented patch that no atom resembles, normalised; marks what it looked at as taken. */
function worstDistinctPatch(
  atoms: Float32Array,
  dimension: number,
  { signals, energies, count }: ReplacementEvidence,
  taken: Set<number>,
): Float64Array | undefined {
  const energy = energies.view;
  for (;;) {
    let worst = -1;
    let most = 0;
    for (let row = 0; row < count; row++) {
      if (energy[row]! > most && !taken.has(row)) [worst, most] = [row, energy[row]!];
    }
    if (worst < 0) return undefined;
    taken.add(worst);
    const patch = Float64Array.from(signals.view.subarray(worst * dimension, (worst + 1) * dimension));
    const norm = Math.sqrt(patch.reduce((sum, entry) => sum + entry * entry, 0));
    // What is left of this patch is rounding noise, and the patches behind it are better represented still.
    if (!(most > 1e-10 * norm * norm) || !Number.isFinite(norm)) return undefined;
    for (let a = 0; a < dimension; a++) patch[a]! /= norm;
    if (!resemblesAny(atoms, dimension, patch)) return patch;
  }
}

/** Whether a unit vector [dimension] is a near-duplicate of any of the unit rows of `atoms`. */
export function resemblesAny(atoms: Float32Array, dimension: number, patch: ArrayLike<number>): boolean {
  for (let row = 0; row < atoms.length; row += dimension) {
    let product = 0;
    for (let a = 0; a < dimension; a++) product += atoms[row + a]! * patch[a]!;
    if (Math.abs(product) > nearDuplicate) return true;
  }
  return false;
}

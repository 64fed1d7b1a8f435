import type { I32, Kernels } from '../kernels/kernels.ts';
import type { SparseCodes } from '../sparse/batch-omp.ts';

/** Which patches use each atom: a sparse matrix of codes turned from rows to columns (compressed columns). */
export interface AtomUsers {
  /** [atomCount + 1]: atom k's users are at starts[k] ... starts[k + 1] of the lists below. */
  readonly starts: Int32Array;
  /** Rows of the patches, ascending for each atom. */
  readonly users: I32;
  /** Where in the codes' coefficients each of them keeps this atom's. */
  readonly places: I32;
}

/** Lists the users of each atom by a counting sort of the first `count` codes; allocates in kernel memory. */
export function listAtomUsers(
  kernels: Kernels,
  codes: SparseCodes,
  count: number,
  atomCount: number,
): AtomUsers {
  const entries = count * codes.nonzeros;
  const users = kernels.i32(entries);
  const places = kernels.i32(entries);
  const indices = codes.indices.view;
  const starts = new Int32Array(atomCount + 1);
  for (let place = 0; place < entries; place++) {
    const atom = indices[place]!;
    if (atom >= 0) starts[atom + 1]!++;
  }
  for (let atom = 0; atom < atomCount; atom++) starts[atom + 1]! += starts[atom]!;

  const next = starts.slice();
  const userView = users.view;
  const placeView = places.view;
  for (let row = 0, place = 0; row < count; row++) {
    for (let j = 0; j < codes.nonzeros; j++, place++) {
      const atom = indices[place]!;
      if (atom < 0) continue;
      const at = next[atom]!++;
      userView[at] = row;
      placeView[at] = place;
    }
  }
  return { starts, users, places };
}

/** [atomCount] how many patches use each atom. */
export function countUses({ starts }: AtomUsers): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, atom) => starts[atom + 1]! - starts[atom]!);
}

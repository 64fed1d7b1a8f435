import type { F32, Kernels } from '../kernels/kernels.ts';
import type { AtomUsers } from './atom-users.ts';
import type { CodedPatches } from './coded-patches.ts';
import { turnToLeadingEigenvector } from './leading-eigenvector.ts';

export type KsvdMethod = 'ksvd' | 'approximate-ksvd';

/**
 * One sweep of K-SVD over all atoms for fixed supports. For each atom, with E the residuals of its users as if they
 * did not use it, atom d and coefficients g are changed to lower |E - g dt|^2; the residuals follow in place, so that
 * later atoms see it.
 *
 * - 'ksvd' takes the best rank-1 approximation of E (Aharon, Elad & Bruckstein 2006): d is the leading eigenvector of
 *   EtE, found by power iteration from the present atom, and g = E d.
 * - 'approximate-ksvd' takes one step of alternating minimisation (Rubinstein, Zibulevsky & Elad 2008): d = Et g,
 *   normalised, then g = E d.
 *
 * Neither ever raises the total squared residual. Atoms without users, or whose users need nothing of them, stay.
 *
 * @param atoms [atomCount x dimension], unit norm, overwritten
 * @param patches residuals and coefficients are overwritten
 */
export function updateAtoms(
  kernels: Kernels,
  patches: CodedPatches,
  users: AtomUsers,
  atoms: F32,
  method: KsvdMethod,
): void {
  const { dimension } = patches;
  kernels.scoped(() => {
    const fresh = kernels.f32(dimension);
    const propose =
      method === 'ksvd'
        ? proposeLeadingDirection(kernels, patches, fresh)
        : proposeAlternatingStep(kernels, patches, fresh);
    for (let k = 0; k < atoms.length / dimension; k++) {
      const start = users.starts[k]!;
      const userCount = users.starts[k + 1]! - start;
      if (userCount === 0) continue;
      const atom = atoms.slice(k * dimension, (k + 1) * dimension);
      const own = {
        users: users.users.pointer + 4 * start,
        places: users.places.pointer + 4 * start,
        userCount,
      };
      if (!propose(atom, own)) continue;
      kernels.functions.exchangeAtom(
        patches.residuals.pointer,
        dimension,
        own.users,
        own.places,
        userCount,
        patches.codes.coefficients.pointer,
        atom.pointer,
        fresh.pointer,
      );
      atom.view.set(fresh.view);
    }
  });
}

interface UsersOfOne {
  users: number;
  places: number;
  userCount: number;
}

/** Writes a better unit-norm atom to `fresh`; false when there is none. */
type Propose = (atom: F32, own: UsersOfOne) => boolean;

function proposeAlternatingStep(kernels: Kernels, patches: CodedPatches, fresh: F32): Propose {
  const { dimension, residuals, codes } = patches;
  return (atom, { users, places, userCount }) => {
    const sum = fresh.view.fill(0);
    const squares = kernels.functions.weightedResidualSum(
      residuals.pointer,
      dimension,
      users,
      places,
      userCount,
      codes.coefficients.pointer,
      fresh.pointer,
    );
    // Et g, where the rows of E are r + g d.
    const old = atom.view;
    let square = 0;
    for (let a = 0; a < dimension; a++) {
      const entry = sum[a]! + squares * old[a]!;
      sum[a] = entry;
      square += entry * entry;
    }
    if (!(square > 0 && square < Infinity)) return false;
    const inverse = 1 / Math.sqrt(square);
    for (let a = 0; a < dimension; a++) sum[a]! *= inverse;
    return true;
  };
}

function proposeLeadingDirection(kernels: Kernels, patches: CodedPatches, fresh: F32): Propose {
  const { dimension, residuals, codes } = patches;
  const gram = kernels.f32(dimension * dimension);
  const scratch = kernels.f32(4 * dimension);
  return (atom, { users, places, userCount }) => {
    gram.view.fill(0);
    kernels.functions.restrictedErrorGram(
      residuals.pointer,
      dimension,
      users,
      places,
      userCount,
      codes.coefficients.pointer,
      atom.pointer,
      gram.pointer,
      scratch.pointer,
    );
    const direction = Float64Array.from(atom.view);
    turnToLeadingEigenvector(gram.view, direction);
    fresh.view.set(direction);
    return direction.every(Number.isFinite);
  };
}

import type { F32, Kernels } from '../kernels/kernels.ts';
import { createRandom } from '../random/generator.ts';
import { shuffle } from '../random/shuffle.ts';
import { replaceUselessAtoms } from './atom-replacement.ts';
import { countUses, listAtomUsers } from './atom-users.ts';
import { inCanonicalOrder } from './canonical-order.ts';
import { summariseCodes } from './code-summary.ts';
import { codePatches, holdPatches, measureResiduals, type CodedPatches } from './coded-patches.ts';
import { atomsFromPatches } from './data-initialisation.ts';
import { dctDictionary } from './dct.ts';
import { updateAtoms, type KsvdMethod } from './ksvd.ts';
import type { LearntDictionary } from './learnt-dictionary.ts';
import { createOnlineLearner } from './online.ts';

export interface LearningOptions {
  /** See {@link updateAtoms} for the K-SVDs and {@link createOnlineLearner} for 'online'. */
  method: KsvdMethod | 'online';
  /** Atoms of the dictionary; no more than there are patches. */
  atoms: number;
  /** Atoms that a code may use. */
  nonzeros: number;
  /** Sweeps over all patches. */
  iterations: number;
  initialisation: 'data' | 'dct';
  seed: number;
  /** Width of a patch in pixels, for the DCT. @default the square root of the dimension */
  patchWidth?: number;
}

export interface LearningProgress {
  /** From 1. */
  iteration: number;
  iterations: number;
  /** Mean squared norm of the patches' residuals after this iteration. */
  objective: number;
  /** Useless atoms replaced at the start of this iteration. */
  atomsReplaced: number;
  /** [atoms x dimension] as they are now, in kernel memory: a view that is only good during the call. */
  atoms: Float32Array;
}

/** Called after each iteration; 'stop' ends learning with what there is. */
export type OnIteration = (progress: LearningProgress) => 'stop' | undefined;

/**
 * Learns a dictionary that rebuilds the patches from few atoms each. The same patches, options and machine give the
 * same bits. Each iteration but the first begins by replacing useless atoms (see {@link replaceUselessAtoms}); none is
 * replaced after the last, where it would go out untrained.
 *
 * Kernel memory used, and given back: about `count` x (2 dimension + 4 nonzeros) x 4 bytes.
 *
 * @param patches [count x dimension], row-major, each without its mean; not a view of kernel memory
 * @throws RangeError when there are fewer patches than atoms, a value is not finite, or an option does not fit
 */
export function learnDictionary(
  kernels: Kernels,
  patches: Float32Array,
  count: number,
  options: LearningOptions,
  onIteration?: OnIteration,
): LearntDictionary {
  checkOptions(patches, count, options);
  const dimension = patches.length / count;
  return kernels.scoped(() => {
    const held = holdPatches(kernels, patches, { count, dimension, nonzeros: options.nonzeros });
    const atoms = kernels.copyF32(initialAtoms(patches, count, options));
    const iterate =
      options.method === 'online'
        ? onlineIterations(kernels, held, atoms, options.seed)
        : ksvdIterations(kernels, held, atoms, options.method);

    const objective: number[] = [];
    for (let iteration = 1; iteration <= options.iterations; iteration++) {
      const done = iterate();
      objective.push(done.objective);
      const progress = { iteration, iterations: options.iterations, ...done, atoms: atoms.view };
      if (onIteration?.(progress) === 'stop') break;
    }

    const { usage, meanAbsCoefficient, sums } = summariseCodes(kernels, held, atoms);
    return inCanonicalOrder({
      atoms: atoms.view.slice(),
      atomCount: options.atoms,
      dimension,
      objective,
      usage,
      meanAbsCoefficient,
      state: { ...sums, patches: count, step: 0 },
    });
  });
}

type Iterate = () => { objective: number; atomsReplaced: number };

function ksvdIterations(kernels: Kernels, patches: CodedPatches, atoms: F32, method: KsvdMethod): Iterate {
  const { count, dimension, signals, energies, codes } = patches;
  const atomCount = atoms.length / dimension;
  let uses: Int32Array | undefined;
  return () => {
    const atomsReplaced = uses
      ? replaceUselessAtoms(kernels, atoms, dimension, { uses, signals, energies, count }).length
      : 0;
    codePatches(kernels, patches, atoms);
    return kernels.scoped(() => {
      const users = listAtomUsers(kernels, codes, count, atomCount);
      uses = countUses(users);
      updateAtoms(kernels, patches, users, atoms, method);
      return { objective: measureResiduals(kernels, patches), atomsReplaced };
    });
  };
}

function onlineIterations(kernels: Kernels, patches: CodedPatches, atoms: F32, seed: number): Iterate {
  const { count, dimension, signals, codes } = patches;
  const random = createRandom(seed, 'dictionary/online-order');
  const order = Uint32Array.from({ length: count }, (_, row) => row);
  const learner = createOnlineLearner(
    kernels,
    signals,
    { count, dimension, nonzeros: codes.nonzeros },
    atoms,
  );
  let first = true;
  return () => {
    const atomsReplaced = first ? 0 : learner.replaceAtoms();
    first = false;
    return { objective: learner.learnPass(shuffle(random, order)), atomsReplaced };
  };
}

function initialAtoms(patches: Float32Array, count: number, options: LearningOptions): Float32Array {
  if (options.initialisation === 'data')
    return atomsFromPatches(
      patches,
      count,
      options.atoms,
      createRandom(options.seed, 'dictionary/initialisation'),
    );
  const dimension = patches.length / count;
  const width = options.patchWidth ?? Math.sqrt(dimension);
  return dctDictionary({ width, height: dimension / width, atoms: options.atoms });
}

function checkOptions(patches: Float32Array, count: number, options: LearningOptions): void {
  const { atoms, nonzeros, iterations } = options;
  for (const [name, value] of Object.entries({ count, atoms, nonzeros, iterations })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a positive integer, got ${value}`);
  }
  const dimension = patches.length / count;
  if (!Number.isInteger(dimension) || dimension < 2)
    throw new RangeError(`${patches.length} values are not ${count} patches of at least 2 values`);
  if (count < atoms)
    throw new RangeError(
      `${atoms} atoms cannot be learnt from ${count} patches: there must be at least as many`,
    );
  if (nonzeros > Math.min(atoms, dimension))
    throw new RangeError(`${nonzeros} nonzeros exceed ${atoms} atoms or ${dimension} dimensions`);
  if (!patches.every(Number.isFinite)) throw new RangeError('patches must hold finite values only');
}

import type { Size } from '../../../src-shared/domain/image.ts';
import { learnDictionary, type LearningProgress } from '../dictionary/learn.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { extractPatches } from '../patches/extract-patches.ts';
import { finishOverlapAdd, overlapAdd } from '../patches/overlap-add.ts';
import { patchCount, patchGrid } from '../patches/patch-grid.ts';
import { batchOmp, createCodes, prepareDictionary, reconstruct } from '../sparse/batch-omp.ts';
import { peakSignalToNoise } from './peak-signal-to-noise.ts';

export interface ImageDictionaryOptions {
  readonly seed: number;
  /** Side of a patch in pixels. @default 8 */
  readonly patchSize?: number;
  /** @default 100 */
  readonly atoms?: number;
  /** Atoms that a patch is rebuilt from. @default 4 */
  readonly nonzeros?: number;
  /** @default 15 */
  readonly iterations?: number;
  /** Distance of neighbouring patches in pixels. @default 2 */
  readonly stride?: number;
  /** Called after each iteration of learning; 'stop' ends it. */
  readonly onIteration?: (progress: LearningProgress) => 'stop' | undefined;
}

export interface ImageDictionary {
  /** [atoms x patchSize^2], unit norm, most used first. */
  readonly atoms: Float32Array;
  /** [atoms] share of the patches that use each. */
  readonly usage: Float32Array;
  /** Mean squared norm of the residuals after each iteration. */
  readonly objective: number[];
  /** [height x width] */
  readonly reconstruction: Float32Array;
  /** Of the reconstruction, in decibels. */
  readonly psnr: number;
}

/**
 * A dictionary of patches of an image, by K-SVD, and the image rebuilt from it.
 *
 * @param image [height x width], intensities in [0, 1]
 * @throws RangeError when the image has fewer patches than atoms are asked for
 */
export function learnImageDictionary(
  kernels: Kernels,
  image: Float32Array,
  size: Size,
  {
    seed,
    patchSize = 8,
    atoms: atomCount = 100,
    nonzeros = 4,
    iterations = 15,
    stride = 2,
    onIteration,
  }: ImageDictionaryOptions,
): ImageDictionary {
  const grid = patchGrid(size, { size: patchSize, stride });
  const count = patchCount(grid);
  const dimension = patchSize * patchSize;
  return kernels.scoped(() => {
    const patches = {
      out: kernels.f32(count * dimension),
      means: kernels.f32(count),
      energies: kernels.f32(count),
    };
    const range = { grid, firstIndex: 0, count };
    extractPatches(kernels, kernels.copyF32(image), size, range, { removeMean: true }, patches);
    const options = {
      method: 'ksvd',
      atoms: atomCount,
      nonzeros,
      iterations,
      initialisation: 'data',
      seed,
    } as const;
    const learnt = learnDictionary(kernels, patches.out.view.slice(), count, options, onIteration);

    const dictionary = prepareDictionary(kernels, learnt.atoms, { atomCount, dimension });
    const codes = createCodes(kernels, count, nonzeros);
    batchOmp(kernels, dictionary, patches.out, count, { nonzeros, errorTarget: 0 }, codes);
    reconstruct(kernels, dictionary, codes, count, patches.out);
    const sums = { accumulator: kernels.f32(image.length), weights: kernels.f32(image.length) };
    overlapAdd(kernels, patches.out, patches.means, size, range, sums);
    finishOverlapAdd(kernels, size, sums);
    const reconstruction = sums.accumulator.view.slice();
    const { atoms, usage, objective } = learnt;
    return { atoms, usage, objective, reconstruction, psnr: peakSignalToNoise(reconstruction, image) };
  });
}

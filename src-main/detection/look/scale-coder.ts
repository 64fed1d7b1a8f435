import type { Size } from '../../../src-shared/domain/image.ts';
import type { F32, Kernels } from '../../numerics/kernels/kernels.ts';
import { extractPatches } from '../../numerics/patches/extract-patches.ts';
import { patchCount, patchGrid } from '../../numerics/patches/patch-grid.ts';
import type { PatchGrid } from '../../numerics/patches/patch-grid.ts';
import { batchOmp } from '../../numerics/sparse/batch-omp.ts';
import type { CoderDictionary } from '../../numerics/sparse/dictionary.ts';
import { createCodes } from '../../numerics/sparse/sparse-codes.ts';
import type { SparseCodes } from '../../numerics/sparse/sparse-codes.ts';

/** Patches that are coded at a time: enough to amortise the call, few enough to stay in the second-level cache. */
const blockSize = 512;

/** A run of coded patches, valid until the next block is coded. */
export interface CodedBlock {
  readonly grid: PatchGrid;
  readonly firstIndex: number;
  readonly count: number;
  /** [count x size * size], mean-removed. */
  readonly patches: F32;
  readonly means: F32;
  readonly codes: SparseCodes;
}

export interface ScaleCoderOptions {
  readonly patchSize: number;
  readonly stride: number;
  readonly nonzeros: number;
  /** Squared norm of the residual at which a code is good enough; 0 always uses all atoms allowed. */
  readonly errorTarget: number;
}

/** Codes every patch of a plane, block by block, so that patches and codes are never all in memory. */
export function codePlane(
  kernels: Kernels,
  dictionary: CoderDictionary,
  plane: F32,
  size: Size,
  options: ScaleCoderOptions,
  visit: (block: CodedBlock) => void,
): PatchGrid {
  const grid = patchGrid(size, { size: options.patchSize, stride: options.stride });
  const total = patchCount(grid);
  kernels.scoped(() => {
    const capacity = Math.min(blockSize, total);
    const patches = kernels.f32(capacity * dictionary.dimension);
    const means = kernels.f32(capacity);
    const energies = kernels.f32(capacity);
    const codes = createCodes(kernels, capacity, options.nonzeros);
    for (let firstIndex = 0; firstIndex < total; firstIndex += blockSize) {
      const count = Math.min(blockSize, total - firstIndex);
      const range = { grid, firstIndex, count };
      extractPatches(kernels, plane, size, range, { removeMean: true }, { out: patches, means, energies });
      batchOmp(
        kernels,
        dictionary,
        patches,
        count,
        { nonzeros: options.nonzeros, errorTarget: options.errorTarget },
        codes,
      );
      visit({ ...range, patches, means, codes });
    }
  });
  return grid;
}

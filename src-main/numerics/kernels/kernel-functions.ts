import type { DictionaryKernels } from './functions/dictionary.ts';
import type { EvidenceKernels } from './functions/evidence.ts';
import type { ImageKernels } from './functions/image.ts';
import type { RegressionKernels } from './functions/regression.ts';
import type { RowKernels } from './functions/rows.ts';
import type { SparseCodingKernels } from './functions/sparse-coding.ts';

/**
 * The exports of kernels.wasm, as assembly/ defines them, by topic in functions/. Every address is a byte address in the kernels'
 * memory; every size counts values. Nothing here checks its arguments: the functions in sparse/, patches/
 * and signal/ do.
 */
export interface KernelFunctions
  extends
    DictionaryKernels,
    EvidenceKernels,
    ImageKernels,
    RegressionKernels,
    RowKernels,
    SparseCodingKernels {
  heapBase(): number;
}

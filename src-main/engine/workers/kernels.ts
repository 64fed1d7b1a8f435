import { readFileSync } from 'node:fs';
import { createKernels } from '../../numerics/kernels/kernels.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';

let kernels: Kernels | null = null;

/** The kernels of this thread, instantiated once. */
export function threadKernels(): Kernels {
  kernels ??= createKernels(readFileSync(new URL('../../numerics/kernels/kernels.wasm', import.meta.url)));
  return kernels;
}

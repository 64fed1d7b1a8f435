import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKernels, type Kernels } from '../../../../src-main/numerics/kernels/kernels.ts';

const wasm = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'src-main', 'numerics', 'kernels', 'kernels.wasm'),
);

/** Fresh kernels on a memory of their own. */
export function loadKernels(): Kernels {
  return createKernels(wasm);
}

import type { Kernels } from '../kernels/kernels.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { largestMagnitude } from '../linalg/vectors.ts';

const mostSweeps = 10_000;
/** Numbers to a multiple of which the kernel wants a row. */
const panel = 8;

/**
 * The least of 1/2 xt G x - ct x + lambda |x|_1 in single precision in WebAssembly, as `lassoByGram` finds it in double
 * precision. Both G and c are scaled to magnitudes of 1, so that they may be in any unit.
 *
 * @param gram G [n x n], symmetric positive semi-definite; coordinates with G_kk = 0 stay 0
 * @param targets c [n]
 * @param tolerance by which share of the largest target an optimality condition may be violated
 * @returns x [n]
 */
export function singleGramLasso(
  kernels: Kernels,
  gram: DenseMatrix,
  targets: Float64Array,
  penalty: number,
  tolerance: number,
): Float64Array {
  const { rows: n } = gram;
  const { functions } = kernels;
  const stride = Math.ceil(n / panel) * panel;
  const ofGram = largestMagnitude(gram.values) || 1;
  const ofTargets = largestMagnitude(targets) || 1;
  return kernels.scoped(() => {
    const [G, c, x] = [kernels.f32(n * stride), kernels.f32(stride), kernels.f32(stride)];
    const scratch = kernels.f32(functions.lassoByGramScratch(stride) / 4);
    for (let k = 0; k < n; k++) {
      const row = G.view.subarray(k * stride, k * stride + n);
      row.set(rowOf(gram, k).map((value) => value / ofGram));
      c.view[k] = row[k]! > 0 ? targets[k]! / ofTargets : 0;
    }
    functions.lassoByGram32(
      G.pointer,
      c.pointer,
      stride,
      penalty / ofTargets,
      tolerance,
      mostSweeps,
      x.pointer,
      scratch.pointer,
    );
    return Float64Array.from(x.view.subarray(0, n), (value) => (value * ofTargets) / ofGram);
  });
}

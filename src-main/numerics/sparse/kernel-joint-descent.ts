import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { addScaled, largestMagnitude } from '../linalg/vectors.ts';
import { atomsInUse, type JointDescent, type JointProblem } from './joint-descent.ts';
import { jointNewtonStep } from './joint-newton-step.ts';

/** As measured on patches of pictures: steps that come sooner cost more than they save. */
const pace = 20;

/** Joint codes on the way in WebAssembly, but for Newton's steps; lasts as long as the kernels keep what this allocates. */
export function kernelDescent(
  kernels: Kernels,
  { G, n, count, penalty, targets }: JointProblem,
  precision: KernelOptions['precision'],
): JointDescent {
  const { functions } = kernels;
  const isSingle = precision === 'single';
  const room = (length: number) => (isSingle ? kernels.f32(length) : kernels.f64(length));
  const jointSweep = isSingle ? functions.jointSweep32 : functions.jointSweep64;
  const length = Math.ceil(count / 8) * 8;
  const gram = room(n * n);
  gram.view.set(G);
  const aims = room(n * length);
  const found = room(n * length);
  // Squares of signals in whatever unit stay within single precision.
  const unit = 2 ** Math.floor(Math.log2(largestMagnitude(targets) || 1));
  const { view: aimsView } = aims;
  for (let k = 0, at = 0; k < n; k++)
    for (let i = 0; i < count; i++, at++) aimsView[k * length + i] = targets[at]! / unit;
  const visited = kernels.i32(n);
  const scratch = kernels.f64(Math.ceil(functions.jointSweepScratch(n, length) / 8));

  const coefficients = () => {
    const x = new Float64Array(n * count);
    const { view } = found;
    for (let k = 0; k < n; k++) x.set(view.subarray(k * length, k * length + count), k * count);
    for (let i = 0; i < x.length; i++) x[i]! *= unit;
    return x;
  };
  return {
    pace,
    sweep(among) {
      visited.view.set(among);
      const worst = jointSweep(
        gram.pointer,
        n,
        aims.pointer,
        found.pointer,
        length,
        visited.pointer,
        among.length,
        penalty / unit,
        scratch.pointer,
      );
      return worst * unit;
    },
    inUse: (among) => atomsInUse(coefficients(), count, among),
    step(among) {
      if (!(penalty > 0)) return;
      const x = coefficients();
      const active = atomsInUse(x, count, among);
      const rest = targets.slice();
      for (const j of active)
        for (const k of active) addScaled(-G[k * n + j]!, x, k * count, rest, j * count, count);
      jointNewtonStep({ G, n, count, penalty, x, rest }, active, active);
      const { view } = found;
      for (const k of active) for (let i = 0; i < count; i++) view[k * length + i] = x[k * count + i]! / unit;
    },
    leave: () => undefined,
    coefficients,
  };
}

import { learnDictionary } from '../../numerics/dictionary/learn.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { createRandom } from '../../numerics/random/generator.ts';
import { sampleWithoutReplacement } from '../../numerics/random/sample.ts';
import type { WindowDictionary } from './window-coder.ts';
import type { WindowPlan } from './window-plan.ts';
import { windowStarts } from './windows.ts';

export interface LearntWindows extends WindowDictionary {
  /** [atomCount] share of the windows that use each. */
  readonly usage: Float32Array;
}

/** More windows teach nothing new and cost time. */
const mostWindows = 8000;
const mostAtoms = 48;
const leastAtoms = 4;
/** So many windows for each atom at least: fewer would be learnt by heart. */
const windowsPerAtom = 12;
const nonzeros = 4;
const iterations = 10;

/** Windows to learn from begin so many times as often as those that are compared: shapes come at any moment. */
const denser = 4;

/**
 * Learns atoms of the windows of good parts by K-SVD (Aharon, Elad & Bruckstein 2006; approximate after Rubinstein et al.
 * 2008).
 */
export function learnWindows(
  kernels: Kernels,
  parts: readonly Float64Array[],
  plan: WindowPlan,
  seed: number,
): LearntWindows {
  const { windowLength } = plan;
  const windows = sampledWindows(parts, { ...plan, stride: Math.ceil(plan.stride / denser) }, seed);
  const count = windows.length / windowLength;
  const wanted = Math.min(mostAtoms, Math.max(leastAtoms, Math.floor(count / windowsPerAtom)));
  const atomCount = Math.min(count, wanted);
  const learnt = learnDictionary(kernels, windows, count, {
    method: 'approximate-ksvd',
    atoms: atomCount,
    nonzeros: Math.min(nonzeros, atomCount),
    iterations,
    initialisation: 'data',
    seed,
  });
  const { atoms, usage } = learnt;
  return { atoms, atomCount, usage, nonzeros: Math.min(nonzeros, atomCount) };
}

/** @returns [at most mostWindows x windowLength], each without its mean */
function sampledWindows(parts: readonly Float64Array[], plan: WindowPlan, seed: number): Float32Array {
  const { windowLength } = plan;
  const places = parts.flatMap((part) => windowStarts(part.length, plan).map((start) => ({ part, start })));
  const chosen =
    places.length <= mostWindows
      ? places
      : Array.from(
          sampleWithoutReplacement(createRandom(seed, 'signals/windows'), places.length, mostWindows).sort(),
          (i) => places[i]!,
        );
  const windows = new Float32Array(chosen.length * windowLength);
  chosen.forEach(({ part, start }, row) => {
    const window = part.subarray(start, start + windowLength);
    const mean = window.reduce((sum, value) => sum + value, 0) / windowLength;
    for (let i = 0; i < windowLength; i++) windows[row * windowLength + i] = window[i]! - mean;
  });
  return windows;
}

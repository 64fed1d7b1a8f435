import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { fitPredictiveTail, predictiveExponent } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import { alignCycles } from './align-cycles.ts';
import { learnWindows } from './learn-windows.ts';
import type { LearntWindows } from './learn-windows.ts';
import { sampleEvidence, strongestEvidence } from './signal-evidence.ts';
import { firstPlace } from './signal-model.ts';
import type { SignalModel } from './signal-model.ts';
import { usualFeatures } from './usual-features.ts';
import { usualRange } from './usual-range.ts';
import { windowDistances } from './window-distances.ts';
import { featureCount, measureWindows } from './window-features.ts';
import type { WindowPlan } from './window-plan.ts';
import { cutWindows } from './windows.ts';

export interface LearntSignals {
  readonly model: SignalModel;
  /** The strongest evidence in a part -> -log10 of the share of good parts beyond it. */
  readonly calibration: PredictiveTail;
  /** Of each part, by a dictionary and statistics that had not seen it. */
  readonly scores: readonly number[];
  /** Windows that were learnt from. */
  readonly windows: number;
}

/** Parts are held out in so many turns; each turn learns a dictionary from the others. */
const mostTurns = 10;

/**
 * Learns a model of good signals and its calibration. What is usual among windows is measured by dictionaries that had not
 * seen them, as those of inspected signals will not have been; how far good parts are from what is usual, by statistics
 * that had not seen them either.
 *
 * @param parts good cycles or stretches, at least `leastParts`, each at least one window long
 * @param learnt told how many dictionaries are learnt, of how many
 */
export function learnSignals(
  kernels: Kernels,
  parts: readonly Float64Array[],
  plan: WindowPlan,
  seed: number,
  learnt: (done: number, total: number) => void = () => undefined,
): LearntSignals {
  const spread = spreadOf(parts);
  const turns = Math.min(parts.length, mostTurns);
  // Neighbouring stretches of one signal are alike, so they are held out in different turns.
  const othersOf = <Item>(items: readonly Item[], turn: number) => items.filter((_, i) => i % turns !== turn);
  const dictionaries = Array.from({ length: turns }, (_, turn): LearntWindows => {
    learnt(turn, turns + 1);
    return learnWindows(kernels, othersOf(parts, turn), plan, seed);
  });
  const features = parts.map((part, i) => {
    const dictionary = dictionaries[i % turns]!;
    return measureWindows(kernels, dictionary, cutWindows(part, plan), spread).features;
  });
  const { alignment, shifts } = alignCycles(parts, plan);
  const begins = shifts.map((shift) => firstPlace(shift, plan));
  const byPlace = plan.arrangement === 'cycles';
  const usualToOthers = dictionaries.map((_, turn) =>
    usualFeatures(othersOf(features, turn), byPlace ? othersOf(begins, turn) : undefined),
  );
  const evidence = parts.map((part, i) => {
    const distances = windowDistances(features[i]!, usualToOthers[i % turns]!, begins[i]!);
    return strongestEvidence(sampleEvidence(distances, part.length, plan));
  });
  const calibration = fitPredictiveTail(evidence);
  learnt(turns, turns + 1);
  const dictionary = learnWindows(kernels, parts, plan, seed);
  learnt(turns + 1, turns + 1);
  return {
    model: {
      plan,
      dictionary,
      usual: usualFeatures(features, byPlace ? begins : undefined),
      alignment,
      range: byPlace ? usualRange(parts, shifts) : null,
      spread,
    },
    calibration,
    scores: evidence.map((value) => predictiveExponent(calibration, value)),
    windows: features.reduce((sum, { length }) => sum + length / featureCount, 0),
  };
}

function spreadOf(parts: readonly Float64Array[]): number {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const total = (of: (value: number) => number) =>
    parts.reduce((sum, part) => part.reduce((inner, value) => inner + of(value), sum), 0);
  const mean = total((value) => value) / count;
  return Math.sqrt(total((value) => (value - mean) ** 2) / count);
}

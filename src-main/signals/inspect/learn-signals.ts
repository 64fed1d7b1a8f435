import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { fitFalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import { fitPredictiveTail, predictiveExponent } from '../../numerics/statistics/predictive-tail.ts';
import type { SignalCalibration } from './calibration.ts';
import { learnWindows } from './learn-windows.ts';
import type { LearntWindows } from './learn-windows.ts';
import { partEvidence, sampleEvidence } from './signal-evidence.ts';
import type { SignalModel } from './signal-model.ts';
import { usualFeatures } from './usual-features.ts';
import { windowDistances } from './window-distances.ts';
import { featureCount, measureWindows } from './window-features.ts';
import type { WindowPlan } from './window-plan.ts';
import { cutWindows } from './windows.ts';

export interface LearntSignals {
  readonly model: SignalModel;
  readonly calibration: SignalCalibration;
  /** Of each part, by a dictionary and statistics that had not seen it. */
  readonly scores: readonly number[];
  /** Windows that were learnt from. */
  readonly windows: number;
}

/** Parts are held out in so many turns; each turn learns a dictionary from the others. */
const mostTurns = 10;
/** Values that a scale is fitted to. */
const sampleSize = 100_000;

/**
 * Learns a model of good signals and its calibration. What is usual among windows is measured by dictionaries that had not
 * seen them, as those of inspected signals will not have been; how far good parts are from what is usual, by statistics
 * that had not seen them either.
 *
 * @param parts good cycles or stretches, at least `leastParts`, each at least one window long
 */
export function learnSignals(
  kernels: Kernels,
  parts: readonly Float64Array[],
  plan: WindowPlan,
  seed: number,
): LearntSignals {
  const spread = spreadOf(parts);
  const turns = Math.min(parts.length, mostTurns);
  // Neighbouring stretches of one signal are alike, so they are held out in different turns.
  const othersOf = <Item>(items: readonly Item[], turn: number) => items.filter((_, i) => i % turns !== turn);
  const dictionaries: LearntWindows[] = Array.from({ length: turns }, (_, turn) =>
    learnWindows(kernels, othersOf(parts, turn), plan, seed),
  );
  const features = parts.map((part, i) => {
    const dictionary = dictionaries[i % turns]!;
    return measureWindows(kernels, dictionary, cutWindows(part, plan), spread).features;
  });
  const byPlace = plan.arrangement === 'cycles';
  const usualToOthers = dictionaries.map((_, turn) => usualFeatures(othersOf(features, turn), byPlace));
  const evidence = parts.map((part, i) => {
    const distances = windowDistances(features[i]!, usualToOthers[i % turns]!);
    return sampleEvidence(distances, part.length, plan);
  });
  const ofParts = evidence.map(partEvidence);
  const part = fitPredictiveTail(ofParts);
  return {
    model: {
      plan,
      dictionary: learnWindows(kernels, parts, plan, seed),
      usual: usualFeatures(features, byPlace),
      spread,
    },
    calibration: { samples: fitFalseAlarmScale(thinned(evidence)), part },
    scores: ofParts.map((value) => predictiveExponent(part, value)),
    windows: features.reduce((sum, { length }) => sum + length / featureCount, 0),
  };
}

/** Every n-th of all values. */
function thinned(arrays: readonly Float64Array[]): number[] {
  const all = arrays.flatMap((values) => Array.from(values));
  const step = Math.ceil(all.length / sampleSize);
  return step <= 1 ? all : all.filter((_, i) => i % step === 0);
}

function spreadOf(parts: readonly Float64Array[]): number {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const total = (of: (value: number) => number) =>
    parts.reduce((sum, part) => part.reduce((inner, value) => inner + of(value), sum), 0);
  const mean = total((value) => value) / count;
  return Math.sqrt(total((value) => (value - mean) ** 2) / count);
}

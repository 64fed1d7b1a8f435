import { decide } from '../../../src-shared/domain/decide.ts';
import type { Decision, Limits } from '../../../src-shared/domain/decision.ts';
import type { SignalFault } from '../../../src-shared/domain/signal.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { predictiveExponent, predictiveValue } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import { markStretches } from './marks.ts';
import { sampleEvidence, strongestEvidence } from './signal-evidence.ts';
import { compareSignal } from './signal-model.ts';
import type { ComparedSignal, SignalModel } from './signal-model.ts';

export interface InspectedSignal {
  readonly decision: Decision;
  /** -log10 of the share of good signals of its length that look as unusual. */
  readonly score: number;
  /** Samples by which it begins later than usual; null where cycles are compared as they lie. */
  readonly shift: number | null;
  readonly marks: readonly { from: number; to: number; score: number; fault: SignalFault }[];
  /** [samples] */
  readonly rebuilt: Float64Array;
  /** [samples] what the score would be, were each sample the worst place. */
  readonly scores: Float64Array;
}

/** Looks at a signal: what of it good windows can rebuild, how rare the rest is, and what follows. */
export function inspectSignal(
  kernels: Kernels,
  model: SignalModel,
  calibration: PredictiveTail,
  limits: Limits,
  signal: Float64Array,
): InspectedSignal {
  const { plan } = model;
  const compared = compareSignal(kernels, model, signal);
  const evidence = sampleEvidence(compared, signal.length, plan);
  // A signal that is as long as several parts has as many chances to look unusual.
  const chances = Math.log10(
    Math.max(1, plan.arrangement === 'cycles' ? 1 : signal.length / plan.partLength),
  );
  const scoreOf = (value: number) => Math.max(0, predictiveExponent(calibration, value) - chances);
  const score = scoreOf(strongestEvidence(evidence));
  const marks = markStretches(
    evidence,
    predictiveValue(calibration, limits.review + chances),
    plan.windowLength - plan.stride,
  );
  return {
    decision: decide(score, limits),
    score,
    shift: compared.shift,
    marks: marks.map(({ from, to, evidence: strongest, peak }) => ({
      from,
      to,
      score: scoreOf(strongest),
      fault: faultAt(compared, peak, model),
    })),
    rebuilt: rebuiltSignal(compared, signal.length, model),
    scores: mapStretches(evidence, scoreOf),
  };
}

/** Evidence changes from window to window only, and its rarity takes long to find. */
function mapStretches(values: Float64Array, of: (value: number) => number): Float64Array {
  let [last, mapped] = [NaN, 0];
  return values.map((value) => {
    if (value !== last) mapped = of(value);
    last = value;
    return mapped;
  });
}

/** The level is the fault where it alone makes for most of the distance. */
function faultAt(
  { starts, total, level }: ComparedSignal,
  sample: number,
  { plan }: SignalModel,
): SignalFault {
  let strongest = 0;
  starts.forEach((start, row) => {
    const holds = start <= sample && sample < start + plan.windowLength;
    if (
      holds &&
      (!holdsSample(starts[strongest], sample, plan.windowLength) || total[row]! > total[strongest]!)
    )
      strongest = row;
  });
  const share = level[strongest]! ** 2 / total[strongest]! ** 2;
  if (share < 0.5) return 'shape';
  return level[strongest]! > 0 ? 'high' : 'low';
}

const holdsSample = (start: number | undefined, sample: number, length: number) =>
  start !== undefined && start <= sample && sample < start + length;

/** Overlapping windows, averaged. */
function rebuiltSignal(
  { starts, rebuilt }: ComparedSignal,
  samples: number,
  { plan }: SignalModel,
): Float64Array {
  const { windowLength } = plan;
  const sums = new Float64Array(samples);
  const counts = new Float64Array(samples);
  starts.forEach((start, row) => {
    for (let i = 0; i < windowLength; i++) {
      sums[start + i]! += rebuilt[row * windowLength + i]!;
      counts[start + i]!++;
    }
  });
  return sums.map((sum, i) => sum / counts[i]!);
}

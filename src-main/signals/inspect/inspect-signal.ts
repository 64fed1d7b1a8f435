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
  /** -log10 of the false-alarm rate of the part, or of the worst stretch of a continuous signal. */
  readonly score: number;
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
  const score = predictiveExponent(calibration, strongestEvidence(evidence));
  const marks = markStretches(
    evidence,
    predictiveValue(calibration, limits.review),
    plan.windowLength - plan.stride,
  );
  return {
    decision: decide(score, limits),
    score,
    marks: marks.map(({ from, to, evidence: strongest, peak }) => ({
      from,
      to,
      score: predictiveExponent(calibration, strongest),
      fault: faultAt(compared, peak, model),
    })),
    rebuilt: rebuiltSignal(compared, signal.length, model),
    scores: scoresOf(evidence, calibration),
  };
}

/** Evidence changes from window to window only, and its rarity takes long to find. */
function scoresOf(evidence: Float64Array, calibration: PredictiveTail): Float64Array {
  let [last, score] = [NaN, 0];
  return evidence.map((value) => {
    if (value !== last) score = predictiveExponent(calibration, value);
    last = value;
    return score;
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

import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';

/** What turns distance into rarity, learnt from good parts that the model had not seen. */
export interface SignalCalibration {
  /** Evidence against a sample -> -log10 of the share of good samples beyond it. */
  readonly samples: FalseAlarmScale;
  /** Evidence against a whole part -> -log10 of the share of good parts beyond it. */
  readonly part: PredictiveTail;
}

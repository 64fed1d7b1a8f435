import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { degreeOf, fitPieces } from './fit-pieces.ts';
import { noiseLevel } from './noise-level.ts';
import { penaltyRange } from './penalty-range.ts';
import { reduceSeries } from './reduce-series.ts';
import { significantChanges } from './significant-changes.ts';
import type { Change } from './significant-changes.ts';

/** A signal as few pieces. */
export interface DescribedSignal {
  /** Samples that a point of the series stands for. */
  readonly reducedBy: number;
  /** [points] as measured, and as fitted. */
  readonly measured: Float64Array;
  readonly fit: Float64Array;
  readonly changes: readonly Change[];
  readonly noise: number;
  readonly penalty: { value: number; standard: number; least: number; most: number };
}

/** Points of a series: more than a screen has, and so few that a trend is found while somebody drags the penalty. */
const mostPoints = 2000;

/**
 * Describes a signal by pieces. Steps are found in all samples; trends in at most `mostPoints` means of neighbouring ones,
 * whose penalties are those of the samples by the scaling of differences.
 *
 * @param values [n], equally spaced
 * @param standard the penalty that follows from the signal, see {@link standardPenalty}
 * @param penalty of the samples; @default the standard one
 */
export function describeSignal(
  values: Float64Array,
  method: SignalMethod,
  standard: number,
  penalty = standard,
): DescribedSignal {
  const degree = degreeOf[method];
  const reduced = reduceSeries(values, mostPoints);
  const exact = method === 'steps';
  const fitted = exact ? { values, by: 1 } : reduced;
  const scaling = fitted.by ** (degree + 1);
  const { least, most } = penaltyRange(fitted.values, method);
  const { fit, knots } = fitPieces(fitted.values, method, penalty / scaling);
  const changes = significantChanges(fitted.values, knots, degree, noiseLevel(fitted.values));
  return {
    reducedBy: reduced.by,
    measured: reduced.values,
    fit: exact ? reduceSeries(fit, mostPoints).values : fit,
    // Per point to per sample, for slopes and curvatures.
    changes: changes.map(({ place, size }) => ({
      place: place * fitted.by,
      size: size / fitted.by ** degree,
    })),
    noise: noiseLevel(values),
    penalty: { value: penalty, standard, least: least * scaling, most: most * scaling },
  };
}

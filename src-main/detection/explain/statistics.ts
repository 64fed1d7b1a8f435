import { describeChannel } from '../look/channels.ts';
import type { Measurements } from '../look/measure.ts';
import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';
import type { DetectionModel } from '../model.ts';
import { countInspected } from '../normal/calibration.ts';
import type { Unlikeness } from '../normal/reference-parts.ts';
import { contributions } from './contributions.ts';

/** Cells whose channels are averaged: the ones that speak most against the part. */
const strongest = 50;

/**
 * A part in numbers: how much evidence there is, and, at its most suspicious cells, which indicators and scales it
 * comes from.
 *
 * @param evidence of the whole part
 */
export function partStatistics(
  { references, inspected, scales }: DetectionModel,
  measured: Measurements,
  unlikeness: Unlikeness,
  smoothed: Float32Array,
  evidence: number,
  heat: Float32Array,
): Record<string, number> {
  const cells = strongestCells(smoothed, inspected);
  const sums = new Float64Array(measured.channels.length);
  for (const cell of cells) {
    contributions(references, measured, unlikeness, cell).forEach((value, c) => (sums[c]! += value));
  }
  let peak = 0;
  let suspicious = 0;
  for (let cell = 0; cell < heat.length; cell++) {
    peak = Math.max(peak, heat[cell]!);
    if (heat[cell]! >= 2) suspicious++;
  }
  const statistics: Record<string, number> = { evidence, peak, suspiciousShare: suspicious / heat.length };
  sums.forEach((sum, c) => {
    const { scale, indicator } = describeChannel(c, scales.length);
    statistics[`${indicator}${scale}`] = sum / Math.max(1, cells.length);
  });
  return statistics;
}

function strongestCells(smoothed: Float32Array, inspected: Uint8Array): number[] {
  const count = countInspected(inspected);
  if (count === 0) return [];
  const least = orderStatistic(smoothed, Math.max(0, count - strongest), inspected);
  const cells: number[] = [];
  for (let cell = 0; cell < smoothed.length && cells.length < strongest; cell++) {
    if (inspected[cell] === 1 && smoothed[cell]! >= least) cells.push(cell);
  }
  return cells;
}

import { describeChannel } from '../look/channels.ts';
import type { Measurements } from '../look/measure.ts';
import type { DetectionModel } from '../model.ts';
import { partEvidence } from '../normal/calibration.ts';
import type { Unlikeness } from '../normal/reference-parts.ts';
import { contributions } from './contributions.ts';

/** Cells whose channels are averaged: the ones that speak most against the part. */
const strongest = 50;

/**
 * A part in numbers: how much evidence there is, and, at its most suspicious cells, which indicators and scales it
 * comes from.
 */
export function partStatistics(
  { references, inspected, scales }: DetectionModel,
  measured: Measurements,
  unlikeness: Unlikeness,
  smoothed: Float32Array,
  heat: Float32Array,
): Record<string, number> {
  const cells = strongestCells(smoothed, inspected);
  const sums = new Float64Array(measured.channels.length);
  for (const cell of cells) {
    contributions(references, measured, unlikeness, cell).forEach((value, c) => (sums[c]! += value));
  }
  const statistics: Record<string, number> = {
    evidence: partEvidence(smoothed, inspected),
    peak: heat.reduce((a, b) => Math.max(a, b), 0),
    suspiciousShare: heat.reduce((count, value) => count + (value >= 2 ? 1 : 0), 0) / heat.length,
  };
  sums.forEach((sum, c) => {
    const { scale, indicator } = describeChannel(c, scales.length);
    statistics[`${indicator}${scale}`] = sum / Math.max(1, cells.length);
  });
  return statistics;
}

function strongestCells(smoothed: Float32Array, inspected: Uint8Array): number[] {
  const kept = smoothed.filter((_, cell) => inspected[cell] === 1).sort();
  const least = kept[Math.max(0, kept.length - strongest)] ?? Infinity;
  const cells: number[] = [];
  for (let cell = 0; cell < smoothed.length && cells.length < strongest; cell++) {
    if (inspected[cell] === 1 && smoothed[cell]! >= least) cells.push(cell);
  }
  return cells;
}

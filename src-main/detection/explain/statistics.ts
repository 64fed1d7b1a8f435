import { describeChannel } from '../look/channels.ts';
import type { Measurements } from '../look/measure.ts';
import { describeTint } from '../look/tints.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';
import type { DetectionModel } from '../model.ts';
import type { CellEvidence } from '../normal/cell-evidence.ts';
import type { Evidence } from '../normal/combine.ts';
import { countInspected, smoothEvidence } from '../normal/evidence-map.ts';
import type { ReferenceParts, Unlikeness } from '../normal/reference-parts.ts';
import { contributions } from './contributions.ts';
import { excerptMeans, excerpts } from './excerpts.ts';

/** Cells whose channels are averaged: the ones that speak most against the part. */
const strongest = 50;

/** What was seen of a part. */
export interface Seen {
  readonly measured: Measurements;
  readonly unlikeness: Unlikeness;
  /** By tints; null where colours are not compared. */
  readonly tintUnlikeness: Unlikeness | null;
  /** [cells] evidence, before it is smoothed. */
  readonly found: CellEvidence;
  /** [cells] evidence, smoothed. */
  readonly smoothed: Evidence<Float32Array>;
  /** Of the whole part. */
  readonly partsEvidence: Evidence<number>;
  /** [cells] in -log10 of the false-alarm rate. */
  readonly heat: Float32Array;
}

/**
 * A part in numbers: how much evidence there is, over small and large excerpts and by what was compared, and, at its most
 * suspicious cells, which indicators and scales it comes from.
 */
export function partStatistics(
  kernels: Kernels,
  { references, tints, inspected, scales }: DetectionModel,
  { measured, unlikeness, tintUnlikeness, found, smoothed, partsEvidence, heat }: Seen,
): Record<string, number> {
  let peak = 0;
  let suspicious = 0;
  for (let cell = 0; cell < heat.length; cell++) {
    peak = Math.max(peak, heat[cell]!);
    if (heat[cell]! >= 2) suspicious++;
  }
  const statistics: Record<string, number> = {
    evidence: partsEvidence.brightness,
    peak,
    suspiciousShare: suspicious / heat.length,
  };
  const smooth = (map: Float32Array) => smoothEvidence(kernels, references.cells, map, inspected);
  const structure = found.structure === null ? null : smooth(found.structure);
  const rebuilding = smooth(found.rebuilding);
  const compared = {
    evidence: smoothed.brightness,
    indicators: smoothed.brightness.map(
      (evidence, cell) => evidence - rebuilding[cell]! - (structure?.[cell] ?? 0),
    ),
    structure,
    material: smooth(found.material),
    rebuilding,
  };
  for (const [name, map] of Object.entries(compared)) {
    if (map === null) continue;
    for (const [i, mean] of excerptMeans(map, inspected).entries())
      statistics[`${name}Over${excerpts[i]!}`] = mean;
  }
  const cells = strongestCells(smoothed.brightness, inspected);
  meanContributions(references, measured.channels, unlikeness, cells).forEach((mean, channel) => {
    const { scale, indicator } = describeChannel(channel, scales.length);
    statistics[`${indicator}${scale}`] = mean;
  });
  if (tints === null || measured.tints === null || tintUnlikeness === null) return statistics;
  if (smoothed.tints === null || partsEvidence.tints === null) return statistics;
  statistics.tintEvidence = partsEvidence.tints;
  const tintedCells = strongestCells(smoothed.tints, inspected);
  meanContributions(tints, measured.tints, tintUnlikeness, tintedCells).forEach((mean, channel) => {
    const { scale, indicator } = describeTint(channel, scales.length);
    statistics[`${indicator}${scale}`] = mean;
  });
  return statistics;
}

/** [channels] */
function meanContributions(
  references: ReferenceParts,
  channels: readonly Float32Array[],
  unlikeness: Unlikeness,
  cells: readonly number[],
): Float64Array {
  const means = new Float64Array(channels.length);
  for (const cell of cells) {
    contributions(references, channels, unlikeness, cell).forEach(
      (value, channel) => (means[channel]! += value / cells.length),
    );
  }
  return means;
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

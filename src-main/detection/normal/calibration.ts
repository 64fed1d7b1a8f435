import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { gaussianBlur } from '../../numerics/signal/gaussian-blur.ts';
import { falseAlarmExponent, fitFalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import { fitPredictiveTail, predictiveExponent } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { CellGrid } from '../look/cells.ts';

/** What turns unlikeness into rarity, learnt from good parts that the comparison had not seen. */
export interface Calibration {
  /** Distance of a cell -> -log10 of the share of good cells beyond it. */
  readonly cell: FalseAlarmScale;
  /** The same for evidence after smoothing: this is the unit of the heat map. */
  readonly smoothed: FalseAlarmScale;
  /** Evidence of a whole part -> -log10 of the share of good parts beyond it: this is the unit of the score. */
  readonly part: PredictiveTail;
  /** The strongest value of a part's heat map, among good parts: what exceeds it is worth an outline. */
  readonly peak: PredictiveTail;
}

/** Cells over which evidence is gathered: a defect is rarely a single cell, noise often is. */
const smoothingSigma = 1.5;
/** The part's evidence is the mean over its most suspicious cells; at most this share of all of them. */
const strongestCells = 50;
const strongestShare = 0.02;
const leastEvidence = 1e-6;
/** Values that a scale is fitted to; more would cost time and tell nothing. */
const sampleSize = 200_000;

/**
 * Learns the calibration.
 *
 * @param distances [parts][cells] of good parts, each compared with the others only
 * @param inspected 1 where a cell is inspected, 0 where it is ignored
 */
export function calibrate(
  kernels: Kernels,
  cells: CellGrid,
  distances: readonly Float32Array[],
  inspected: Uint8Array,
): { calibration: Calibration; partScores: number[] } {
  const cell = fitFalseAlarmScale(sample(distances, inspected));
  const smoothedMaps = distances.map((map) => smoothEvidence(kernels, cells, map, cell));
  const smoothed = fitFalseAlarmScale(sample(smoothedMaps, inspected));
  const evidences = smoothedMaps.map((map) => partEvidence(map, inspected));
  const part = fitPredictiveTail(evidences);
  const peaks = smoothedMaps.map((map) =>
    heatMap(map, smoothed).reduce((a, b) => Math.max(a, b), leastEvidence),
  );
  return {
    calibration: { cell, smoothed, part, peak: fitPredictiveTail(peaks) },
    partScores: evidences.map((evidence) => predictiveExponent(part, evidence)),
  };
}

/** Smoothed evidence in the unit of the heat map, -log10 of the false-alarm rate. */
export function heatMap(smoothedEvidence: Float32Array, scale: FalseAlarmScale): Float32Array {
  return smoothedEvidence.map((evidence) => falseAlarmExponent(scale, evidence));
}

/** Evidence of each cell, smoothed over its surroundings; not yet in the unit of the heat map. */
export function smoothEvidence(
  kernels: Kernels,
  cells: CellGrid,
  distances: Float32Array,
  scale: FalseAlarmScale,
): Float32Array {
  return kernels.scoped(() => {
    const evidence = kernels.copyF32(distances.map((distance) => falseAlarmExponent(scale, distance)));
    const smoothed = kernels.f32(distances.length);
    gaussianBlur(kernels, evidence, { width: cells.columns, height: cells.rows }, smoothingSigma, smoothed);
    return smoothed.view.slice();
  });
}

/** Mean over the most suspicious cells of a part. */
export function partEvidence(smoothed: Float32Array, inspected: Uint8Array): number {
  const values = smoothed.filter((_, cell) => inspected[cell] === 1).sort();
  const taken = Math.max(1, Math.min(strongestCells, Math.floor(values.length * strongestShare)));
  let sum = 0;
  for (let i = values.length - taken; i < values.length; i++) sum += values[i]!;
  // Positive whatever the part, since its logarithm is what calibration looks at.
  return values.length === 0 ? leastEvidence : Math.max(leastEvidence, sum / taken);
}

/** Every n-th value of all maps, so that no more than the sample size is kept. */
function sample(maps: readonly Float32Array[], inspected: Uint8Array): Float32Array {
  const all = maps.reduce((sum, map) => sum + map.length, 0);
  const step = Math.max(1, Math.ceil(all / sampleSize));
  const kept: number[] = [];
  let next = 0;
  let seen = 0;
  for (const map of maps) {
    for (; next < seen + map.length; next += step) {
      if (inspected[next - seen] === 1) kept.push(map[next - seen]!);
    }
    seen += map.length;
  }
  return Float32Array.from(kept);
}

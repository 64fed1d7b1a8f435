import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { gaussianBlur } from '../../numerics/signal/gaussian-blur.ts';
import { falseAlarmExponent, fitFalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';
import { fitPredictiveTail, predictiveExponent } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { CellGrid } from '../look/cells.ts';

/** How far each cell of a part is from good parts, by what is compared. */
export interface CellDistances {
  readonly indicators: Float32Array;
  /** Null where structure does not follow the place. */
  readonly structure: Float32Array | null;
  readonly material: Float32Array;
}

/** What turns distance into rarity, learnt from good parts that the comparison had not seen. */
export interface Calibration {
  /** Distance of a cell -> -log10 of the share of good cells beyond it. */
  readonly indicators: FalseAlarmScale;
  readonly structure: FalseAlarmScale | null;
  readonly material: FalseAlarmScale;
  /** The same for evidence after adding and smoothing: this is the unit of the heat map. */
  readonly smoothed: FalseAlarmScale;
  /** Evidence of a whole part -> -log10 of the share of good parts beyond it: this is the unit of the score. */
  readonly part: PredictiveTail;
  /** The strongest value of a part's heat map, among good parts: what exceeds it is worth an outline. */
  readonly peak: PredictiveTail;
}

/** Evidence of structure counts double: where it follows the place it tells more than how well patches are rebuilt. */
const structureWeight = 2;
/**
 * A material unlike that of good parts stands in for what the comparison by place does not see. It counts less, since what
 * is rare anywhere may be usual at its place.
 */
const materialWeight = 0.7;
/** Cells over which evidence is gathered: a defect is rarely a single cell, noise often is. */
const smoothingSigma = 1.5;
/** The part's evidence is the mean over its most suspicious cells; at most this share of all of them. */
const strongestCells = 50;
const strongestShare = 0.02;
/** Positive, since its logarithm is what calibration looks at. */
const leastEvidence = 1e-6;
/** Values that a scale is fitted to; more would cost time and tell nothing. */
const sampleSize = 100_000;

/**
 * Learns the calibration.
 *
 * @param parts     good parts, each compared with the others only
 * @param inspected [cells] 1 where parts are inspected, 0 where they are ignored
 * @returns also the score of each part under this calibration
 */
export function calibrate(
  kernels: Kernels,
  cells: CellGrid,
  parts: readonly CellDistances[],
  inspected: Uint8Array,
): { calibration: Calibration; partScores: number[] } {
  const structures = parts.flatMap(({ structure }) => (structure === null ? [] : [structure]));
  const scales = {
    indicators: fitFalseAlarmScale(
      sample(
        parts.map(({ indicators }) => indicators),
        inspected,
      ),
    ),
    structure: structures.length === 0 ? null : fitFalseAlarmScale(sample(structures, inspected)),
    material: fitFalseAlarmScale(
      sample(
        parts.map(({ material }) => material),
        inspected,
      ),
    ),
  };
  const evidence = parts.map((part) => smoothEvidence(kernels, cells, cellEvidence(part, scales), inspected));
  const smoothed = fitFalseAlarmScale(sample(evidence, inspected));
  const partEvidences = evidence.map((map) => partEvidence(map, inspected));
  const part = fitPredictiveTail(partEvidences);
  const peaks = evidence.map((map) =>
    heatMap(map, smoothed, inspected).reduce((a, b) => Math.max(a, b), leastEvidence),
  );
  return {
    calibration: { ...scales, smoothed, part, peak: fitPredictiveTail(peaks) },
    partScores: partEvidences.map((value) => predictiveExponent(part, value)),
  };
}

/** Evidence of each cell from all that is compared, before it is smoothed. */
export interface CellEvidence {
  readonly total: Float32Array;
  /** The part of it that is from structure; null where that is not compared. */
  readonly structure: Float32Array | null;
  /** The part of it that is from the material: 0 where the comparison by place says more. */
  readonly material: Float32Array;
}

export function cellEvidence(
  { indicators, structure, material }: CellDistances,
  scales: Pick<Calibration, 'indicators' | 'structure' | 'material'>,
): CellEvidence {
  const total = indicators.map((distance) => falseAlarmExponent(scales.indicators, distance));
  const fromMaterial = material.map(
    (distance) => materialWeight * falseAlarmExponent(scales.material, distance),
  );
  for (let cell = 0; cell < total.length; cell++) {
    if (fromMaterial[cell]! > total[cell]!) total[cell] = fromMaterial[cell]!;
    else fromMaterial[cell] = 0;
  }
  const scale = scales.structure;
  if (structure === null || scale === null) return { total, structure: null, material: fromMaterial };
  const fromStructure = structure.map((distance) => structureWeight * falseAlarmExponent(scale, distance));
  for (let cell = 0; cell < total.length; cell++) total[cell]! += fromStructure[cell]!;
  return { total, structure: fromStructure, material: fromMaterial };
}

/** Evidence smoothed over its surroundings; cells that are not inspected give none. */
export function smoothEvidence(
  kernels: Kernels,
  cells: CellGrid,
  { total }: CellEvidence,
  inspected: Uint8Array,
): Float32Array {
  return kernels.scoped(() => {
    const evidence = kernels.copyF32(total.map((value, cell) => (inspected[cell] === 1 ? value : 0)));
    const smoothed = kernels.f32(total.length);
    gaussianBlur(kernels, evidence, { width: cells.columns, height: cells.rows }, smoothingSigma, smoothed);
    return smoothed.view.slice();
  });
}

/** Smoothed evidence in the unit of the heat map, -log10 of the false-alarm rate; 0 where not inspected. */
export function heatMap(smoothed: Float32Array, scale: FalseAlarmScale, inspected: Uint8Array): Float32Array {
  return smoothed.map((evidence, cell) => (inspected[cell] === 1 ? falseAlarmExponent(scale, evidence) : 0));
}

/** Mean over the most suspicious cells of a part. */
export function partEvidence(smoothed: Float32Array, inspected: Uint8Array): number {
  const cells = countInspected(inspected);
  const taken = Math.max(1, Math.min(strongestCells, Math.floor(cells * strongestShare)));
  if (cells === 0) return leastEvidence;
  const least = orderStatistic(smoothed, Math.max(0, cells - taken), inspected);
  // Cells that are as strong as the least are as many as are left to take.
  let sum = 0;
  let above = 0;
  for (let cell = 0; cell < smoothed.length; cell++) {
    if (inspected[cell] === 0 || smoothed[cell]! <= least) continue;
    sum += smoothed[cell]!;
    above++;
  }
  return Math.max(leastEvidence, (sum + (taken - above) * least) / taken);
}

/** How many cells are inspected. */
export function countInspected(inspected: Uint8Array): number {
  let count = 0;
  for (let cell = 0; cell < inspected.length; cell++) if (inspected[cell] === 1) count++;
  return count;
}

/** Every n-th inspected value of all maps, so that no more than the sample size is kept. */
function sample(maps: readonly Float32Array[], inspected: Uint8Array): Float32Array {
  const inside = Uint32Array.from(inspected.keys()).filter((cell) => inspected[cell] === 1);
  const step = Math.max(1, Math.ceil((inside.length * maps.length) / sampleSize));
  const kept: number[] = [];
  for (let i = 0; i < inside.length * maps.length; i += step) {
    kept.push(maps[Math.floor(i / inside.length)]![inside[i % inside.length]!]!);
  }
  return Float32Array.from(kept);
}

import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { falseAlarmExponent, fitFalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import { fitPredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { CellGrid } from '../look/cells.ts';
import { evidenceOfPart, heatMap, partScore } from './combine.ts';
import { leastEvidence, partEvidence, smoothEvidence } from './evidence-map.ts';

/** How far each cell of a part is from good parts, by what is compared. */
export interface CellDistances {
  readonly indicators: Float32Array;
  /** Null where structure does not follow the place. */
  readonly structure: Float32Array | null;
  readonly material: Float32Array;
  /** Null where colours are not compared. */
  readonly tints: Float32Array | null;
}

/** What turns the distances of tints into rarity. */
export interface TintCalibration {
  /** Distance of a cell -> -log10 of the share of good cells beyond it. */
  readonly distances: FalseAlarmScale;
  /** The same for evidence after smoothing. */
  readonly smoothed: FalseAlarmScale;
  /** Evidence of a whole part -> -log10 of the share of good parts beyond it. */
  readonly part: PredictiveTail;
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
  /** Null where colours are not compared. */
  readonly tints: TintCalibration | null;
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
  const scaleOf = (maps: readonly Float32Array[]) => fitFalseAlarmScale(sample(maps, inspected));
  const partOf = (map: Float32Array) => partEvidence(map, inspected);
  const structures = parts.flatMap(({ structure }) => (structure === null ? [] : [structure]));
  const scales = {
    indicators: scaleOf(parts.map(({ indicators }) => indicators)),
    structure: structures.length === 0 ? null : scaleOf(structures),
    material: scaleOf(parts.map(({ material }) => material)),
  };
  const brightness = parts.map((part) =>
    smoothEvidence(kernels, cells, cellEvidence(part, scales).total, inspected),
  );
  const tinted = parts.flatMap(({ tints }) => (tints === null ? [] : [tints]));
  const distances = tinted.length === 0 ? null : scaleOf(tinted);
  const tints =
    distances === null
      ? []
      : tinted.map((map) => smoothEvidence(kernels, cells, tintEvidence(map, distances), inspected));
  const known = {
    smoothed: scaleOf(brightness),
    part: fitPredictiveTail(brightness.map(partOf)),
    tints:
      distances === null
        ? null
        : { distances, smoothed: scaleOf(tints), part: fitPredictiveTail(tints.map(partOf)) },
  };
  const maps = brightness.map((map, i) => ({ brightness: map, tints: tints[i] ?? null }));
  const peaks = maps.map((map) =>
    heatMap(known, map, inspected).reduce((a, b) => Math.max(a, b), leastEvidence),
  );
  return {
    calibration: { ...scales, ...known, peak: fitPredictiveTail(peaks) },
    partScores: maps.map((map) => partScore(known, evidenceOfPart(map, inspected))),
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

/** Evidence of each cell from its tints, before it is smoothed. */
export function tintEvidence(distances: Float32Array, scale: FalseAlarmScale): Float32Array {
  return distances.map((distance) => falseAlarmExponent(scale, distance));
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

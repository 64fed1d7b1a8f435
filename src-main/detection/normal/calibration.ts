import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { fitFalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import { fitPredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { KnownSpread, PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { CellGrid } from '../look/cells.ts';
import type { ByComparison, CellDistances } from './cell-distances.ts';
import { evidenceOfCells, smoothEvidenceOf } from './cell-evidence.ts';
import { evidenceOfPart, heatMap, partScore } from './combine.ts';
import { leastEvidence, partEvidence } from './evidence-map.ts';
import { learnUsual } from './usual-distances.ts';
import type { UsualDistances } from './usual-distances.ts';

/** What turns the distances of tints into rarity. */
export interface TintCalibration {
  /** Relative distance of a cell -> -log10 of the share of good cells beyond it. */
  readonly distances: FalseAlarmScale;
  /** The same for evidence after smoothing. */
  readonly smoothed: FalseAlarmScale;
  /** Evidence of a whole part -> -log10 of the share of good parts beyond it. */
  readonly part: PredictiveTail;
}

/** What turns distance into rarity, learnt from good parts that the comparison had not seen. */
export interface Calibration {
  /** What distances are told relative to, before anything else. */
  readonly usual: ByComparison<UsualDistances>;
  /** Relative distance of a cell -> -log10 of the share of good cells beyond it. */
  readonly indicators: FalseAlarmScale;
  readonly structure: FalseAlarmScale | null;
  readonly material: FalseAlarmScale;
  readonly rebuilding: FalseAlarmScale;
  /** The same for evidence after adding and smoothing: this is the unit of the heat map. */
  readonly smoothed: FalseAlarmScale;
  /** Evidence of a whole part -> -log10 of the share of good parts beyond it: this is the unit of the score. */
  readonly part: PredictiveTail;
  /** Null where colours are not compared. */
  readonly tints: TintCalibration | null;
  /** The strongest value of a part's heat map, among good parts: what exceeds it is worth an outline. */
  readonly peak: PredictiveTail;
}

/**
 * How far the evidence of good parts spreads: on thirteen sets of solar cells, commutators and drawn parts the standard
 * deviation of its logarithm was 0.19, itself with one of 0.05. That is known as well as from eight good parts.
 */
export const evidenceSpread: KnownSpread = { deviation: 0.19, count: 8 };

/** Values that a scale is fitted to; more would cost time and tell nothing. */
const sampleSize = 100_000;

/**
 * Learns the calibration.
 *
 * @param parts     good parts, each compared with the others only; overwritten
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
  const { usual, relative } = relativeToOthers(kernels, cells, parts, inspected);
  const structures = present(relative.map(({ structure }) => structure));
  const tinted = present(relative.map(({ tints }) => tints));
  const scales = {
    indicators: scaleOf(relative.map(({ indicators }) => indicators)),
    structure: structures === null ? null : scaleOf(structures),
    material: scaleOf(relative.map(({ material }) => material)),
    rebuilding: scaleOf(relative.map(({ rebuilding }) => rebuilding)),
    tints: tinted === null ? null : { distances: scaleOf(tinted) },
  };
  const maps = relative.map((part) =>
    smoothEvidenceOf(kernels, cells, evidenceOfCells(part, scales), inspected),
  );
  const brightness = maps.map((map) => map.brightness);
  const tints = present(maps.map((map) => map.tints));
  const known = {
    smoothed: scaleOf(brightness),
    part: fitPredictiveTail(brightness.map(partOf), evidenceSpread),
    tints:
      scales.tints === null || tints === null
        ? null
        : { ...scales.tints, smoothed: scaleOf(tints), part: fitPredictiveTail(tints.map(partOf)) },
  };
  const peaks = maps.map((map) =>
    heatMap(known, map, inspected).reduce((a, b) => Math.max(a, b), leastEvidence),
  );
  return {
    calibration: { usual, ...scales, ...known, peak: fitPredictiveTail(peaks) },
    partScores: maps.map((map) => partScore(known, evidenceOfPart(map, inspected))),
  };
}

/** What is usual at each place, and each good part relative to what the others show, which overwrites its distances. */
export function relativeToOthers(
  kernels: Kernels,
  cells: CellGrid,
  parts: readonly CellDistances[],
  inspected: Uint8Array,
): { usual: ByComparison<UsualDistances>; relative: CellDistances[] } {
  const unseen = parts.map((part) => part.unseen);
  const learn = (maps: readonly Float32Array[], options = {}) =>
    learnUsual(kernels, cells, { maps, unseen }, inspected, options);
  const structures = present(parts.map((part) => part.structure));
  const tinted = present(parts.map((part) => part.tints));
  const indicators = learn(parts.map((part) => part.indicators));
  const structure = structures === null ? null : learn(structures, { asFarAsExplained: true });
  const material = learn(parts.map((part) => part.material));
  const rebuilding = learn(parts.map((part) => part.rebuilding));
  const tints = tinted === null ? null : learn(tinted);
  return {
    usual: {
      indicators: indicators.usual,
      structure: structure?.usual ?? null,
      material: material.usual,
      rebuilding: rebuilding.usual,
      tints: tints?.usual ?? null,
    },
    relative: parts.map((part, i) => ({
      indicators: indicators.relative[i]!,
      structure: structure?.relative[i] ?? null,
      material: material.relative[i]!,
      rebuilding: rebuilding.relative[i]!,
      tints: tints?.relative[i] ?? null,
      unseen: part.unseen,
    })),
  };
}

/** All of them, or null when what they tell of is not compared. */
function present(maps: readonly (Float32Array | null)[]): Float32Array[] | null {
  const found = maps.filter((map) => map !== null);
  return found.length === 0 ? null : found;
}

/** Every n-th inspected value of all maps, so that no more than the sample size is kept. */
function sample(maps: readonly Float32Array[], inspected: Uint8Array): Float32Array {
  const inside = Uint32Array.from(inspected.keys()).filter((cell) => inspected[cell] === 1);
  const step = Math.max(1, Math.ceil((inside.length * maps.length) / sampleSize));
  const kept: number[] = [];
  for (let i = 0; i < inside.length * maps.length; i += step) {
    const value = maps[Math.floor(i / inside.length)]![inside[i % inside.length]!]!;
    // What was not photographed says nothing of what is usual.
    if (value > -Infinity) kept.push(value);
  }
  return Float32Array.from(kept);
}

import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { falseAlarmExponent, fitFalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import { fitPredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { PredictiveTail } from '../../numerics/statistics/predictive-tail.ts';
import type { CellGrid } from '../look/cells.ts';
import type { ByComparison, CellDistances } from './cell-distances.ts';
import { evidenceOfPart, heatMap, partScore } from './combine.ts';
import type { Evidence } from './combine.ts';
import { leastEvidence, partEvidence, smoothEvidence } from './evidence-map.ts';
import { learnUsual, relativeToUsual } from './usual-distances.ts';
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
const materialWeight = 0.85;
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
    tints: tinted === null ? null : { distances: scaleOf(tinted) },
  };
  const maps = relative.map((part) =>
    smoothEvidenceOf(kernels, cells, evidenceOfCells(part, scales), inspected),
  );
  const brightness = maps.map((map) => map.brightness);
  const tints = present(maps.map((map) => map.tints));
  const known = {
    smoothed: scaleOf(brightness),
    part: fitPredictiveTail(brightness.map(partOf)),
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
  const tints = tinted === null ? null : learn(tinted);
  return {
    usual: {
      indicators: indicators.usual,
      structure: structure?.usual ?? null,
      material: material.usual,
      tints: tints?.usual ?? null,
    },
    relative: parts.map((part, i) => ({
      indicators: indicators.relative[i]!,
      structure: structure?.relative[i] ?? null,
      material: material.relative[i]!,
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

/** Evidence of each cell from all that is compared, before it is smoothed. */
export interface CellEvidence {
  /** From brightness. */
  readonly total: Float32Array;
  /** The part of it that is from structure; null where that is not compared. */
  readonly structure: Float32Array | null;
  /** The part of it that is from the material: 0 where the comparison by place says more. */
  readonly material: Float32Array;
  /** From colour; null where that is not compared. */
  readonly tints: Float32Array | null;
}

/** @param distances of a part from all good parts */
export function cellEvidence(distances: CellDistances, calibration: Calibration): CellEvidence {
  return evidenceOfCells(relativeToUsual(distances, calibration.usual), calibration);
}

type CellScales = Pick<Calibration, 'indicators' | 'structure' | 'material'> & {
  readonly tints: Pick<TintCalibration, 'distances'> | null;
};

/** @param relative distances relative to what is usual at each place */
export function evidenceOfCells(relative: CellDistances, scales: CellScales): CellEvidence {
  const rarity = (map: Float32Array | null, scale: FalseAlarmScale | undefined | null, weight = 1) =>
    map === null || scale === null || scale === undefined
      ? null
      : map.map((distance) => weight * falseAlarmExponent(scale, distance));
  const total = relative.indicators.map((distance) => falseAlarmExponent(scales.indicators, distance));
  const material = relative.material.map(
    (distance) => materialWeight * falseAlarmExponent(scales.material, distance),
  );
  for (let cell = 0; cell < total.length; cell++) {
    if (material[cell]! > total[cell]!) total[cell] = material[cell]!;
    else material[cell] = 0;
  }
  const structure = rarity(relative.structure, scales.structure, structureWeight);
  if (structure !== null) {
    for (let cell = 0; cell < total.length; cell++) total[cell]! += structure[cell]!;
  }
  return { total, structure, material, tints: rarity(relative.tints, scales.tints?.distances) };
}

/** Evidence gathered over the surroundings of each cell. */
export function smoothEvidenceOf(
  kernels: Kernels,
  cells: CellGrid,
  { total, tints }: CellEvidence,
  inspected: Uint8Array,
): Evidence<Float32Array> {
  return {
    brightness: smoothEvidence(kernels, cells, total, inspected),
    tints: tints === null ? null : smoothEvidence(kernels, cells, tints, inspected),
  };
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

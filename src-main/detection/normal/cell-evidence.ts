import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { falseAlarmExponent } from '../../numerics/statistics/false-alarm-scale.ts';
import type { FalseAlarmScale } from '../../numerics/statistics/false-alarm-scale.ts';
import type { CellGrid } from '../look/cells.ts';
import type { ByComparison, CellDistances } from './cell-distances.ts';
import type { Evidence } from './combine.ts';
import { smoothEvidence } from './evidence-map.ts';
import { relativeToUsual } from './usual-distances.ts';
import type { UsualDistances } from './usual-distances.ts';

/** Evidence of structure counts double: where it follows the place it tells more than how well patches are rebuilt. */
const structureWeight = 2;
/**
 * A material unlike that of good parts stands in for what the comparison by place does not see. With its full weight, parts
 * on which the place tells most lose by it.
 */
const materialWeight = 0.85;
/** With their full weight, patches that cannot be rebuilt drown what else there is where parts lie freely. */
const rebuildingWeight = 0.7;

/** Relative distance of a cell -> -log10 of the share of good cells beyond it, by what is compared. */
export interface CellScales {
  readonly indicators: FalseAlarmScale;
  readonly structure: FalseAlarmScale | null;
  readonly material: FalseAlarmScale;
  readonly rebuilding: FalseAlarmScale;
  readonly tints: { readonly distances: FalseAlarmScale } | null;
}

/** Evidence of each cell from all that is compared, before it is smoothed. */
export interface CellEvidence {
  /** From brightness. */
  readonly total: Float32Array;
  /** The part of it that is from structure; null where that is not compared. */
  readonly structure: Float32Array | null;
  /** The part of it that is from the material: 0 where the comparison by place says more. */
  readonly material: Float32Array;
  /** The part of it that is from what cannot be rebuilt. */
  readonly rebuilding: Float32Array;
  /** From colour; null where that is not compared. */
  readonly tints: Float32Array | null;
}

/** @param distances of a part from all good parts */
export function cellEvidence(
  distances: CellDistances,
  known: CellScales & { readonly usual: ByComparison<UsualDistances> },
): CellEvidence {
  return evidenceOfCells(relativeToUsual(distances, known.usual), known);
}

/** @param relative distances relative to what is usual at each place */
export function evidenceOfCells(relative: CellDistances, scales: CellScales): CellEvidence {
  const rarity = (map: Float32Array | null, scale: FalseAlarmScale | undefined | null, weight = 1) =>
    map === null || scale === null || scale === undefined ? null : exponentsOf(map, scale, weight);
  const total = exponentsOf(relative.indicators, scales.indicators, 1);
  const material = exponentsOf(relative.material, scales.material, materialWeight);
  for (let cell = 0; cell < total.length; cell++) {
    if (material[cell]! > total[cell]!) total[cell] = material[cell]!;
    else material[cell] = 0;
  }
  const rebuilding = exponentsOf(relative.rebuilding, scales.rebuilding, rebuildingWeight);
  const structure = rarity(relative.structure, scales.structure, structureWeight);
  for (let cell = 0; cell < total.length; cell++) {
    total[cell]! += rebuilding[cell]! + (structure?.[cell] ?? 0);
  }
  const tints = rarity(relative.tints, scales.tints?.distances);
  return { total, structure, material, rebuilding, tints };
}

function exponentsOf(distances: Float32Array, scale: FalseAlarmScale, weight: number): Float32Array {
  const out = new Float32Array(distances.length);
  for (let i = 0; i < out.length; i++) out[i] = weight * falseAlarmExponent(scale, distances[i]!);
  return out;
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

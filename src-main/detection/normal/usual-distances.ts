import type { F32, Kernels } from '../../numerics/kernels/kernels.ts';
import { gaussianBlur } from '../../numerics/signal/gaussian-blur.ts';
import type { CellGrid } from '../look/cells.ts';
import type { ByComparison, CellDistances } from './cell-distances.ts';

/**
 * How far good parts are from each other at each place. The rim of a hole, the border of the picture and an engraved mark
 * vary more than the plain surface beside them: what is far there may be unremarkable here.
 */
export interface UsualDistances {
  /** [cells] mean distance, as far as it is believed. */
  readonly mean: Float32Array;
  /** [cells] standard deviation, positive. */
  readonly deviation: Float32Array;
}

/** Distances of one comparison on the good parts; overwritten by what they are relative to the others. */
export interface GoodDistances {
  /** [parts][cells] each part compared with the others only. */
  readonly maps: readonly Float32Array[];
  /** [parts] 1 for each cell that was not photographed; null when all were. */
  readonly unseen: readonly (Uint8Array | null)[];
}

/** Few parts tell little about a single place: what holds everywhere counts as much as so many of them. */
const partsInDoubt = 5;
/** Cells over which a place is judged, for the same reason. */
const surroundings = 1.5;
/** Below this, parts are the same but for rounding. */
const leastDeviation = 1e-6;

/**
 * Learns what is usual at each place.
 *
 * @param good      at least two parts; overwritten
 * @param inspected [cells] 1 where parts are inspected
 * @param asFarAsExplained believes the place only as far as it tells good parts' distances, where they come in kinds of
 *                         which each has places of its own
 * @returns also each good part relative to what the others show, as a new part will be
 */
export function learnUsual(
  kernels: Kernels,
  cells: CellGrid,
  good: GoodDistances,
  inspected: Uint8Array,
  { asFarAsExplained = false } = {},
): { usual: UsualDistances; relative: Float32Array[] } {
  const maps = fillUnseen(good);
  return kernels.scoped(() => {
    const usualOf = gatherer(kernels, cells, maps, inspected);
    const belief = asFarAsExplained
      ? meanOf(maps.map((map) => squaredCorrelation(usualOf(map, 1).mean, map, inspected)))
      : maps.length / (maps.length + partsInDoubt);
    const { mean, deviation } = usualOf(null, belief);
    return {
      usual: { mean: mean.slice(), deviation: deviation.slice() },
      relative: maps.map((map, i) => relativeTo(usualOf(map, belief), map, good.unseen[i] ?? null, map)),
    };
  });
}

/**
 * What is usual among all good parts but one, or among all, gathered over the surroundings of each place. It is asked for
 * every part, so what it returns is valid until the next question only.
 */
function gatherer(
  kernels: Kernels,
  { columns, rows }: CellGrid,
  maps: readonly Float32Array[],
  inspected: Uint8Array,
): (without: Float32Array | null, belief: number) => UsualDistances {
  const count = columns * rows;
  const sum = new Float64Array(count);
  const squares = new Float64Array(count);
  for (const map of maps) {
    for (let cell = 0; cell < count; cell++) {
      sum[cell]! += map[cell]!;
      squares[cell]! += map[cell]! ** 2;
    }
  }
  const [plane, gatheredMean, gatheredSquare] = [kernels.f32(count), kernels.f32(count), kernels.f32(count)];
  const gather = (valueAt: (cell: number) => number, out: F32) => {
    const values = plane.view;
    for (let cell = 0; cell < count; cell++) values[cell] = valueAt(cell);
    gaussianBlur(kernels, plane, { width: columns, height: rows }, surroundings, out);
  };
  return (without, belief) => {
    const parts = without === null ? maps.length : Math.max(1, maps.length - 1);
    const own = (cell: number) => (without === null ? 0 : without[cell]!);
    gather((cell) => (squares[cell]! - own(cell) ** 2) / parts, gatheredSquare);
    gather((cell) => (sum[cell]! - own(cell)) / parts, gatheredMean);
    const [mean, deviation] = [gatheredMean.view, gatheredSquare.view];
    for (let cell = 0; cell < count; cell++) {
      deviation[cell] = Math.max(0, deviation[cell]! - mean[cell]! ** 2);
      mean[cell]! *= belief;
    }
    const everywhere = meanInside(deviation, inspected);
    for (let cell = 0; cell < count; cell++) {
      const variance = belief * deviation[cell]! + (1 - belief) * everywhere;
      deviation[cell] = Math.max(leastDeviation, Math.sqrt(variance));
    }
    return { mean, deviation };
  };
}

/**
 * A part's distances relative to what is usual at each place: how many standard deviations farther from good parts it is
 * than they are from each other there. Minus infinity where it was not photographed.
 */
export function relativeToUsual(
  { indicators, structure, material, rebuilding, tints, unseen }: CellDistances,
  usual: ByComparison<UsualDistances>,
): CellDistances {
  const relative = (known: UsualDistances | null, map: Float32Array | null) =>
    known === null || map === null ? null : relativeTo(known, map, unseen);
  return {
    indicators: relativeTo(usual.indicators, indicators, unseen),
    structure: relative(usual.structure, structure),
    material: relativeTo(usual.material, material, unseen),
    rebuilding: relativeTo(usual.rebuilding, rebuilding, unseen),
    tints: relative(usual.tints, tints),
    unseen,
  };
}

/** @param out [cells] may be the map itself */
function relativeTo(
  { mean, deviation }: UsualDistances,
  map: Float32Array,
  unseen: Uint8Array | null,
  out: Float32Array = new Float32Array(map.length),
): Float32Array {
  for (let cell = 0; cell < map.length; cell++) {
    out[cell] = unseen?.[cell] === 1 ? -Infinity : (map[cell]! - mean[cell]!) / deviation[cell]!;
  }
  return out;
}

/** Where a part was not photographed, it is taken to be as the others are there, or as parts are anywhere. */
function fillUnseen({ maps, unseen }: GoodDistances): readonly Float32Array[] {
  if (unseen.every((cells) => cells === null)) return maps;
  const count = maps[0]!.length;
  const sum = new Float64Array(count);
  const seen = new Float64Array(count);
  let sumAnywhere = 0;
  let seenAnywhere = 0;
  maps.forEach((map, part) => {
    for (let cell = 0; cell < count; cell++) {
      if (unseen[part]?.[cell] === 1) continue;
      sum[cell]! += map[cell]!;
      seen[cell]!++;
      sumAnywhere += map[cell]!;
      seenAnywhere++;
    }
  });
  const anywhere = sumAnywhere / Math.max(1, seenAnywhere);
  return maps.map((map, part) =>
    map.map((distance, cell) => {
      if (unseen[part]?.[cell] !== 1) return distance;
      return seen[cell]! > 0 ? sum[cell]! / seen[cell]! : anywhere;
    }),
  );
}

/** Share of how a part's distances differ from place to place that the others' foretell. */
function squaredCorrelation(foretold: Float32Array, map: Float32Array, inspected: Uint8Array): number {
  const meanForetold = meanInside(foretold, inspected);
  const meanFound = meanInside(map, inspected);
  let product = 0;
  let squaresForetold = 0;
  let squaresFound = 0;
  for (let cell = 0; cell < map.length; cell++) {
    if (inspected[cell] !== 1) continue;
    const a = foretold[cell]! - meanForetold;
    const b = map[cell]! - meanFound;
    product += a * b;
    squaresForetold += a * a;
    squaresFound += b * b;
  }
  const scale = squaresForetold * squaresFound;
  return scale > 0 ? product ** 2 / scale : 0;
}

function meanInside(values: Float32Array, inspected: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let cell = 0; cell < values.length; cell++) {
    if (inspected[cell] !== 1) continue;
    sum += values[cell]!;
    count++;
  }
  return sum / Math.max(1, count);
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

import type { Kernels } from '../../numerics/kernels/kernels.ts';
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

/** Distances of one comparison on the good parts. */
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
 * @param good      at least two parts
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
  const all = sums(maps);
  const blur = (values: Float64Array) => blurred(kernels, cells, values);
  const belief = asFarAsExplained
    ? meanOf(maps.map((map) => squaredCorrelation(blur(means(without(all, map))), map, inspected)))
    : maps.length / (maps.length + partsInDoubt);
  const usualOf = (known: Sums): UsualDistances => {
    const mean = blur(means(known));
    const power = blur(known.squares.map((total) => total / known.parts));
    return {
      mean: mean.map((value) => belief * value),
      deviation: deviations(mean, power, inspected, belief),
    };
  };
  return {
    usual: usualOf(all),
    relative: maps.map((map, i) => relativeTo(usualOf(without(all, map)), map, good.unseen[i] ?? null)),
  };
}

/** What means and variances are made from, place by place. */
interface Sums {
  readonly parts: number;
  readonly values: Float64Array;
  readonly squares: Float64Array;
}

function sums(maps: readonly Float32Array[]): Sums {
  const values = new Float64Array(maps[0]!.length);
  const squares = new Float64Array(values.length);
  for (const map of maps) {
    for (let cell = 0; cell < values.length; cell++) {
      values[cell]! += map[cell]!;
      squares[cell]! += map[cell]! ** 2;
    }
  }
  return { parts: maps.length, values, squares };
}

function without({ parts, values, squares }: Sums, map: Float32Array): Sums {
  return {
    parts: Math.max(1, parts - 1),
    values: values.map((total, cell) => total - map[cell]!),
    squares: squares.map((total, cell) => total - map[cell]! ** 2),
  };
}

const means = ({ parts, values }: Sums): Float64Array => values.map((total) => total / parts);

/**
 * A part's distances relative to what is usual at each place: how many standard deviations farther from good parts it is
 * than they are from each other there. Minus infinity where it was not photographed.
 */
export function relativeToUsual(
  { indicators, structure, material, tints, unseen }: CellDistances,
  usual: ByComparison<UsualDistances>,
): CellDistances {
  const relative = (known: UsualDistances | null, map: Float32Array | null) =>
    known === null || map === null ? null : relativeTo(known, map, unseen);
  return {
    indicators: relativeTo(usual.indicators, indicators, unseen),
    structure: relative(usual.structure, structure),
    material: relativeTo(usual.material, material, unseen),
    tints: relative(usual.tints, tints),
    unseen,
  };
}

function relativeTo(
  { mean, deviation }: UsualDistances,
  map: Float32Array,
  unseen: Uint8Array | null,
): Float32Array {
  return map.map((distance, cell) =>
    unseen?.[cell] === 1 ? -Infinity : (distance - mean[cell]!) / deviation[cell]!,
  );
}

/** Where a part was not photographed, it is taken to be as the others are there, or as parts are anywhere. */
function fillUnseen({ maps, unseen }: GoodDistances): readonly Float32Array[] {
  if (unseen.every((cells) => cells === null)) return maps;
  const count = maps[0]!.length;
  const sum = new Float64Array(count);
  const seen = new Float64Array(count);
  maps.forEach((map, part) => {
    for (let cell = 0; cell < count; cell++) {
      if (unseen[part]?.[cell] === 1) continue;
      sum[cell]! += map[cell]!;
      seen[cell]!++;
    }
  });
  const anywhere = meanOf(sum) / (meanOf(seen) || 1);
  return maps.map((map, part) =>
    map.map((distance, cell) => {
      if (unseen[part]?.[cell] !== 1) return distance;
      return seen[cell]! > 0 ? sum[cell]! / seen[cell]! : anywhere;
    }),
  );
}

function deviations(
  mean: Float32Array,
  power: Float32Array,
  inspected: Uint8Array,
  belief: number,
): Float32Array {
  const variance = power.map((value, cell) => Math.max(0, value - mean[cell]! ** 2));
  const everywhere = meanOf(inside(variance, inspected));
  return variance.map((own) => Math.max(leastDeviation, Math.sqrt(belief * own + (1 - belief) * everywhere)));
}

/** Share of how a part's distances differ from place to place that the others' foretell. */
function squaredCorrelation(foretold: Float32Array, map: Float32Array, inspected: Uint8Array): number {
  const a = inside(foretold, inspected);
  const b = inside(map, inspected);
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    product += (a[i]! - meanA) * (b[i]! - meanB);
    squaresA += (a[i]! - meanA) ** 2;
    squaresB += (b[i]! - meanB) ** 2;
  }
  const scale = squaresA * squaresB;
  return scale > 0 ? product ** 2 / scale : 0;
}

const inside = (values: Float32Array, inspected: Uint8Array): Float32Array =>
  values.filter((_, cell) => inspected[cell] === 1);

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / Math.max(1, values.length);
}

function blurred(kernels: Kernels, { columns, rows }: CellGrid, values: Float64Array): Float32Array {
  return kernels.scoped(() => {
    const plane = kernels.copyF32(Float32Array.from(values));
    const out = kernels.f32(values.length);
    gaussianBlur(kernels, plane, { width: columns, height: rows }, surroundings, out);
    return out.view.slice();
  });
}

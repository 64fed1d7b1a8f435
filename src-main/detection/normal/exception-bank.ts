import type { F32, I32, Kernels } from '../../numerics/kernels/kernels.ts';
import { createRandom } from '../../numerics/random/generator.ts';
import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';
import { cellCount, thinned } from '../look/cells.ts';
import { asInt16, stepsPerUnit } from './reference-parts.ts';
import type { LoadedReferences, ReferenceParts } from './reference-parts.ts';

/**
 * Good patches that are unlike the other good parts at their place, such as a harmless mark that may be anywhere: a new
 * part may show them at any place.
 */
export interface ExceptionBank {
  /** Number of patches, a multiple of 8. */
  readonly count: number;
  /** [count / 8][channels][8] in steps. */
  readonly values: Int16Array;
  /** [count] the reference part that each is from. */
  readonly parts: Int16Array;
}

const bankSize = 2000;
/** How much more likely an odd patch is taken than an ordinary one: the power of its distance. */
const oddness = 4;

/**
 * Draws the bank from the reference parts themselves.
 *
 * @param distances [parts][cells compared] of each reference part to the others
 * @param step      every so many cells was compared
 */
export function collectExceptions(
  references: ReferenceParts,
  distances: readonly Float32Array[],
  step: number,
  seed: number,
): ExceptionBank {
  const compared = thinned(references.cells, step);
  const places = cellCount(compared);
  const cumulative = new Float64Array(places * references.count);
  let total = 0;
  distances.forEach((map, part) => {
    for (let cell = 0; cell < places; cell++) {
      total += map[cell]! ** oddness + Number.EPSILON;
      cumulative[part * places + cell] = total;
    }
  });
  const random = createRandom(seed, 'exceptions');
  const stride = Math.ceil(references.count / 8) * 8;
  const { channelCount } = references;
  const values = new Int16Array(bankSize * channelCount);
  const parts = new Int16Array(bankSize);
  for (let i = 0; i < bankSize; i++) {
    const drawn = firstAtLeast(cumulative, random.uniform() * total);
    const part = Math.floor(drawn / places);
    const row = Math.floor((drawn % places) / compared.columns);
    const cell = step * (row * references.cells.columns + (drawn % compared.columns));
    parts[i] = part;
    for (let c = 0; c < channelCount; c++) {
      values[(Math.floor(i / 8) * channelCount + c) * 8 + (i % 8)] =
        references.values[(cell * channelCount + c) * stride + part]!;
    }
  }
  return { count: bankSize, values, parts };
}

function firstAtLeast(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Share of a part's cells that are near enough to good parts as they are: no exception need be looked for there. */
const unsuspicious = 0.6;

/** A bank in kernel memory. */
export interface LoadedBank {
  readonly bank: ExceptionBank;
  /** Channels in fours, the last filled up. */
  readonly fours: number;
  readonly values: I32;
  readonly parts: I32;
  readonly distances: F32;
  readonly scratch: I32;
}

export function loadBank(kernels: Kernels, bank: ExceptionBank, cells: number): LoadedBank {
  const channels = bank.values.length / bank.count;
  const fours = Math.ceil(channels / 4);
  const loaded = {
    bank,
    fours,
    values: kernels.i32(2 * fours * bank.count),
    parts: kernels.i32(bank.count / 2),
    distances: kernels.f32(cells),
    scratch: kernels.i32(16 * fours),
  };
  const values = asInt16(loaded.values);
  for (let group = 0; group < bank.count / 8; group++) {
    const own = bank.values.subarray(group * channels * 8, (group + 1) * channels * 8);
    values.set(own, group * fours * 32);
  }
  asInt16(loaded.parts).set(bank.parts);
  return loaded;
}

/**
 * Lowers the distance of the suspicious cells that are like a patch of the bank. The part must have been compared with the
 * references just before.
 *
 * @param distances [cells], lowered in place
 */
export function allowExceptions(
  kernels: Kernels,
  { bank, fours, values, parts, distances: found, scratch }: LoadedBank,
  { parts: references, query }: LoadedReferences,
  distances: Float32Array,
  excluded = -1,
): void {
  const perUnit = stepsPerUnit * references.channelCount;
  const steps = found.view;
  for (let cell = 0; cell < steps.length; cell++) steps[cell] = distances[cell]! * perUnit;
  kernels.functions.nearestInBank(
    query.pointer,
    values.pointer,
    distances.length,
    bank.count,
    fours,
    parts.pointer,
    excluded,
    orderStatistic(steps, Math.floor(unsuspicious * (distances.length - 1))),
    found.pointer,
    scratch.pointer,
  );
  for (let cell = 0; cell < steps.length; cell++) distances[cell] = steps[cell]! / perUnit;
}

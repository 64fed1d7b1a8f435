import type { F32, I32, Kernels } from '../../numerics/kernels/kernels.ts';
import { cellCount, thin, thinned } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';

/**
 * The good parts that new parts are compared with, place by place: what was measured on them, in 16-bit steps of a unit
 * that says how much good parts vary.
 */
export interface ReferenceParts {
  readonly cells: CellGrid;
  /** Number of parts. */
  readonly count: number;
  readonly channelCount: number;
  /** The first so many channels count both ways, the others only where a part has more than the reference. */
  readonly twoSided: number;
  /** [channels][cells] one step in the channel's own unit. */
  readonly steps: Float32Array;
  /** [cells][channels][count rounded up to 8] measurements in steps. */
  readonly values: Int16Array;
}

/** Steps per unit: fine enough that rounding does not show, coarse enough for sums in 16 bits. */
export const stepsPerUnit = 32;
/** A single channel may say no more than this, in steps, so that one alone never fills the sum. */
const largestValue = 8000;

const padded = (count: number): number => Math.ceil(count / 8) * 8;
const fours = (channels: number): number => Math.ceil(channels / 4);

/** How much good parts vary at each place: half the variance of that place, half the mean of all, by channel. */
export function variationUnits(parts: readonly (readonly Float32Array[])[]): Float32Array[] {
  return parts[0]!.map((_, channel) => {
    const local = varianceAcross(parts.map((part) => part[channel]!));
    const everywhere = local.reduce((sum, value) => sum + value, 0) / local.length;
    // Few parts tell little about one place: half of what is believed of it is what holds everywhere.
    return Float32Array.from(local, (variance) => Math.sqrt(0.5 * variance + 0.5 * everywhere));
  });
}

function varianceAcross(parts: readonly Float32Array[]): Float64Array {
  const sum = new Float64Array(parts[0]!.length);
  const squares = new Float64Array(sum.length);
  for (const part of parts) {
    for (let cell = 0; cell < sum.length; cell++) {
      sum[cell]! += part[cell]!;
      squares[cell]! += part[cell]! ** 2;
    }
  }
  const n = parts.length;
  return sum.map((total, cell) => Math.max(0, squares[cell]! / n - (total / n) ** 2));
}

/**
 * Collects the good parts.
 *
 * @param parts [parts][channels][cells]
 * @param units [channels][cells] what counts as one unit of difference
 */
export function collectReferences(
  cells: CellGrid,
  parts: readonly (readonly Float32Array[])[],
  units: readonly Float32Array[],
  twoSided: number,
): ReferenceParts {
  const places = cellCount(cells);
  const channels = units.length;
  const stride = padded(parts.length);
  const steps = new Float32Array(channels * places);
  units.forEach((unit, channel) => {
    steps.set(
      unit.map((value) => Math.max(value, Number.EPSILON) / stepsPerUnit),
      channel * places,
    );
  });
  const values = new Int16Array(places * channels * stride);
  parts.forEach((part, index) => {
    part.forEach((measured, channel) => {
      for (let cell = 0; cell < places; cell++) {
        values[(cell * channels + channel) * stride + index] = toSteps(
          measured[cell]!,
          steps[channel * places + cell]!,
        );
      }
    });
  });
  return { cells, count: parts.length, channelCount: channels, twoSided, steps, values };
}

function toSteps(value: number, step: number): number {
  const steps = value / step;
  // Truncation of a positive number is rounding down, and far quicker than Math.floor.
  const bounded = steps > largestValue ? largestValue : steps < -largestValue ? -largestValue : steps;
  return ((bounded + (largestValue + 0.5)) | 0) - largestValue;
}

/**
 * The same reference parts with another one, once or several times.
 *
 * @param part    [channels][cells]
 * @param indices where it goes: of the parts that make room, or from `count` on to add to them
 */
export function withReference(
  references: ReferenceParts,
  part: readonly Float32Array[],
  indices: readonly number[],
): ReferenceParts {
  const { cells, channelCount, steps } = references;
  const places = cellCount(cells);
  const count = Math.max(references.count, ...indices.map((index) => index + 1));
  const before = padded(references.count);
  const stride = padded(count);
  const values = new Int16Array(places * channelCount * stride);
  if (stride === before) values.set(references.values);
  else {
    for (let row = 0; row < places * channelCount; row++) {
      const kept = references.values.subarray(row * before, row * before + references.count);
      values.set(kept, row * stride);
    }
  }
  part.forEach((measured, channel) => {
    for (let cell = 0; cell < places; cell++) {
      const value = toSteps(measured[cell]!, steps[channel * places + cell]!);
      const row = (cell * channelCount + channel) * stride;
      for (const index of indices) values[row + index] = value;
    }
  });
  return { ...references, count, values };
}

/** Reference parts in kernel memory, with room for one part to compare. */
export interface LoadedReferences {
  readonly parts: ReferenceParts;
  /** Every so many cells of a part is compared, in both directions. */
  readonly step: number;
  /** [channels][cells compared] see `ReferenceParts`. */
  readonly steps: readonly Float32Array[];
  /** Channels as the kernels take them: both kinds filled up to fours. */
  readonly twoSidedFours: number;
  readonly oneSidedFours: number;
  readonly values: I32;
  readonly query: I32;
  readonly distances: F32;
  readonly nearest: I32;
  readonly scratch: I32;
}

/**
 * Lays reference parts out for comparison; they live in kernel memory until the caller releases it.
 *
 * @param step every so many cells of a part is to be compared, in both directions
 */
export function loadReferences(kernels: Kernels, parts: ReferenceParts, step = 1): LoadedReferences {
  const places = cellCount(parts.cells);
  const compared = cellCount(thinned(parts.cells, step));
  const twoSidedFours = fours(parts.twoSided);
  const oneSidedFours = fours(parts.channelCount - parts.twoSided);
  const width = 4 * (twoSidedFours + oneSidedFours);
  const stride = padded(parts.count);
  const loaded = {
    parts,
    step,
    steps: Array.from({ length: parts.channelCount }, (_, channel) =>
      thin(parts.cells, step, parts.steps.subarray(channel * places, (channel + 1) * places)),
    ),
    twoSidedFours,
    oneSidedFours,
    values: kernels.i32((places * width * stride) / 2),
    query: kernels.i32((compared * width) / 2),
    distances: kernels.f32(compared),
    nearest: kernels.i32(compared),
    scratch: kernels.i32(4 * width + stride / 2 + 8),
  };
  const values = asInt16(loaded.values);
  for (let cell = 0; cell < places; cell++) {
    for (let channel = 0; channel < parts.channelCount; channel++) {
      const from = (cell * parts.channelCount + channel) * stride;
      const to = (cell * width + slotOf(parts, channel)) * stride;
      values.set(parts.values.subarray(from, from + stride), to);
    }
  }
  return loaded;
}

/** Where the kernels expect a channel: one-sided ones begin at a new four. */
export function slotOf({ twoSided }: ReferenceParts, channel: number): number {
  return channel < twoSided ? channel : 4 * fours(twoSided) + channel - twoSided;
}

export const asInt16 = ({ view }: I32) => new Int16Array(view.buffer, view.byteOffset, view.length * 2);

/** How unlike every good part each cell is. */
export interface Unlikeness {
  /** [cells compared] mean distance per channel to the nearest good patches, in units. */
  readonly distances: Float32Array;
  /** [cells compared] packed; see `nearestCell`. */
  readonly nearest: Int32Array;
}

/** Writes a part as steps into the room for it, [cells compared][width]; padding stays zero. */
function writeQuery(
  { parts, steps, query, ...fours }: LoadedReferences,
  channels: readonly Float32Array[],
): void {
  const width = 4 * (fours.twoSidedFours + fours.oneSidedFours);
  const out = asInt16(query);
  channels.forEach((channel, c) => {
    const step = steps[c]!;
    for (let cell = 0, slot = slotOf(parts, c); cell < channel.length; cell++, slot += width) {
      out[slot] = toSteps(channel[cell]!, step[cell]!);
    }
  });
}

/**
 * Compares a part with the reference parts: for each cell the three parts that are most like it there (one alone would
 * be at the mercy of an odd part), each at the best of the cell and its four neighbours, so that a small shift
 * costs nothing.
 *
 * @param channels [channels][cells compared]
 * @param excluded index of a reference part to leave out, when that part itself is compared
 */
export function compareWithReferences(
  kernels: Kernels,
  references: LoadedReferences,
  channels: readonly Float32Array[],
  excluded = -1,
): Unlikeness {
  const { parts } = references;
  writeQuery(references, channels);
  kernels.functions.nearestReferences(
    references.query.pointer,
    references.values.pointer,
    parts.cells.columns,
    parts.cells.rows,
    references.step,
    parts.count,
    references.twoSidedFours,
    references.oneSidedFours,
    excluded,
    references.distances.pointer,
    references.nearest.pointer,
    references.scratch.pointer,
  );
  const perStep = 1 / (stepsPerUnit * parts.channelCount);
  return {
    distances: references.distances.view.map((distance) => distance * perStep),
    nearest: references.nearest.view.slice(),
  };
}

/** The cell of a reference part that a cell is most like. */
export interface NearestCell {
  readonly part: number;
  readonly cell: number;
}

export function nearestCell({ cells }: ReferenceParts, { nearest }: Unlikeness, cell: number): NearestCell {
  const packed = nearest[cell]!;
  const offset = packed % 9;
  const dx = (offset % 3) - 1;
  const dy = Math.floor(offset / 3) - 1;
  return { part: Math.floor(packed / 9), cell: cell + dy * cells.columns + dx };
}

/** A channel of a reference part at a cell, in the channel's own unit. */
export function referenceValue(parts: ReferenceParts, channel: number, { part, cell }: NearestCell): number {
  const step = parts.steps[channel * cellCount(parts.cells) + cell]!;
  return parts.values[(cell * parts.channelCount + channel) * padded(parts.count) + part]! * step;
}

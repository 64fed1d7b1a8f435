import type { F32, I32, Kernels } from '../../numerics/kernels/kernels.ts';
import { cellCount } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';
import { describeChannel } from '../look/channels.ts';

/**
 * The good parts that new parts are compared with, place by place: their measurements in units of how much good parts
 * vary, as 16-bit steps.
 */
export interface ReferenceParts {
  readonly cells: CellGrid;
  /** Number of parts. */
  readonly count: number;
  readonly channelCount: number;
  /** [channels] mean over cells of the variance across parts: the part of the unit that is the same everywhere. */
  readonly variance: Float32Array;
  /** [channels][cells] one step in the channel's own unit. */
  readonly steps: Float32Array;
  /** [cells][parts][channels] measurements in steps. */
  readonly values: Int16Array;
}

/** Steps per unit of variation: fine enough that rounding does not show, coarse enough for sums in 32 bits. */
const resolution = 64;
/** Differences of two such values, squared and summed over 16 channels, stay below 2^31. */
const largestValue = 5000;

/**
 * Collects the good parts.
 *
 * @param parts [parts][channels][cells] centred measurements, all on the same cells
 */
export function collectReferences(
  cells: CellGrid,
  parts: readonly (readonly Float32Array[])[],
): ReferenceParts {
  const places = cellCount(cells);
  const channels = parts[0]!.length;
  const variance = new Float32Array(channels);
  const steps = new Float32Array(channels * places);
  for (let channel = 0; channel < channels; channel++) {
    const local = varianceAcross(
      parts.map((part) => part[channel]!),
      places,
    );
    variance[channel] = local.reduce((sum, value) => sum + value, 0) / places;
    for (let cell = 0; cell < places; cell++) {
      // Half the variance is that of the place, half that of all places: few parts tell little about one place.
      const unit = Math.sqrt(0.5 * local[cell]! + 0.5 * variance[channel]!);
      steps[channel * places + cell] = Math.max(unit, Number.EPSILON) / resolution;
    }
  }
  const values = new Int16Array(places * parts.length * channels);
  parts.forEach((part, index) => {
    part.forEach((measured, channel) => {
      for (let cell = 0; cell < places; cell++) {
        values[(cell * parts.length + index) * channels + channel] = toSteps(
          measured[cell]!,
          steps[channel * places + cell]!,
        );
      }
    });
  });
  return { cells, count: parts.length, channelCount: channels, variance, steps, values };
}

function varianceAcross(parts: readonly Float32Array[], places: number): Float64Array {
  const sum = new Float64Array(places);
  const squares = new Float64Array(places);
  for (const part of parts) {
    for (let cell = 0; cell < places; cell++) {
      sum[cell]! += part[cell]!;
      squares[cell]! += part[cell]! ** 2;
    }
  }
  const n = parts.length;
  return sum.map((total, cell) => Math.max(0, squares[cell]! / n - (total / n) ** 2));
}

function toSteps(value: number, step: number): number {
  return Math.max(-largestValue, Math.min(largestValue, Math.round(value / step)));
}

/** Reference parts in kernel memory, with room for one part to compare. */
export interface LoadedReferences {
  readonly parts: ReferenceParts;
  /** 16-bit values per cell, padded to whole vectors. */
  readonly width: number;
  readonly values: I32;
  readonly query: I32;
  readonly oneSided: I32;
  readonly distances: F32;
  readonly nearest: I32;
}

/** Lays reference parts out for comparison; they live in kernel memory until the caller releases it. */
export function loadReferences(kernels: Kernels, parts: ReferenceParts): LoadedReferences {
  const places = cellCount(parts.cells);
  const width = Math.ceil(parts.channelCount / 8) * 8;
  const loaded = {
    parts,
    width,
    values: kernels.i32((places * parts.count * width) / 2),
    query: kernels.i32((places * width) / 2),
    oneSided: kernels.i32(width / 2),
    distances: kernels.f32(places),
    nearest: kernels.i32(places),
  };
  const values = asInt16(loaded.values);
  for (let row = 0; row < places * parts.count; row++) {
    const from = row * parts.channelCount;
    values.set(parts.values.subarray(from, from + parts.channelCount), row * width);
  }
  const oneSided = asInt16(loaded.oneSided);
  for (let channel = 0; channel < parts.channelCount; channel++) {
    oneSided[channel] = describeChannel(channel).indicator === 'brightness' ? 0 : -1;
  }
  return loaded;
}

const asInt16 = ({ view }: I32) => new Int16Array(view.buffer, view.byteOffset, view.length * 2);

/** The nearest good patch of a cell: which part it is on, and how many cells away from the same place. */
export interface NearestPatch {
  readonly part: number;
  readonly dx: number;
  readonly dy: number;
}

/** How unlike every good part each cell is. */
export interface Unlikeness {
  /** [cells] distance to the nearest good patches, in units of how much good parts vary. */
  readonly distances: Float32Array;
  /** [cells] packed; see `nearestPatch`. */
  readonly nearest: Int32Array;
}

/** How many of the nearest good parts are averaged: one alone would be at the mercy of an odd part. */
const nearestTaken = 3;

/**
 * Compares a part with the reference parts: for each cell the three parts that are most like it there, each at the
 * best of the nine cells around, so that a small shift costs nothing.
 *
 * @param channels [channels][cells] centred measurements
 * @param excluded index of a reference part to leave out, when that part itself is compared
 */
export function compareWithReferences(
  kernels: Kernels,
  references: LoadedReferences,
  channels: readonly Float32Array[],
  excluded = -1,
): Unlikeness {
  const { parts, width } = references;
  const { columns, rows } = parts.cells;
  const places = columns * rows;
  const query = asInt16(references.query);
  channels.forEach((channel, c) => {
    for (let cell = 0; cell < places; cell++) {
      query[cell * width + c] = toSteps(channel[cell]!, parts.steps[c * places + cell]!);
    }
  });
  kernels.functions.nearestReferences(
    references.query.pointer,
    references.values.pointer,
    columns,
    rows,
    parts.count,
    width,
    references.oneSided.pointer,
    excluded,
    nearestTaken,
    references.distances.pointer,
    references.nearest.pointer,
  );
  const distances = references.distances.view.slice();
  for (let cell = 0; cell < places; cell++) {
    distances[cell] = Math.sqrt(distances[cell]! / parts.channelCount) / resolution;
  }
  return { distances, nearest: references.nearest.view.slice() };
}

export function nearestPatch(packed: number): NearestPatch {
  const offset = packed % 9;
  return { part: Math.floor(packed / 9), dx: (offset % 3) - 1, dy: Math.floor(offset / 3) - 1 };
}

/** A channel of a reference part at a cell, in the channel's own unit. */
export function referenceValue(parts: ReferenceParts, part: number, channel: number, cell: number): number {
  const step = parts.steps[channel * cellCount(parts.cells) + cell]!;
  return parts.values[(cell * parts.count + part) * parts.channelCount + channel]! * step;
}

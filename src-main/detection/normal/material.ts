import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { fitMahalanobis, whiten } from '../../numerics/linalg/mahalanobis.ts';
import { gaussianBlur } from '../../numerics/signal/gaussian-blur.ts';
import { fillIn, thin, thinned } from '../look/cells.ts';
import type { CellGrid } from '../look/cells.ts';

/**
 * What good parts are made of, wherever on the part: mean and covariance of all indicators together. It knows what the
 * comparison by place cannot see: a surface that is too smooth, and indicators that do not go together.
 */
export interface Material {
  /** [channels] standard deviation of each; the rest is told in these units. */
  readonly deviations: Float64Array;
  /** [channels] */
  readonly mean: Float64Array;
  /** [channels x channels] lower triangular, row-major; see `MahalanobisModel`. */
  readonly factor: Float64Array;
  /** [exceptions x channels] whitened: what parts showed that a person has vouched for. */
  readonly exceptions: Float64Array;
}

/** A good part as its material is learnt from it. */
export interface MaterialSample {
  /** [channels][cells] */
  readonly channels: readonly Float32Array[];
  /** 1 for each cell that was not seen on this part; null when all were. */
  readonly unseen: Uint8Array | null;
}

/** Good parts that are asked; more would hardly change mean and covariance. */
export const materialParts = 20;
/** Cells over which indicators are averaged: a material shows itself in an area, not in a point. */
const averagingSigma = 2;
/** Averaged indicators hardly change from one cell to the next. */
const step = 2;
/** Rows that covariance is taken from. */
const sampleSize = 20_000;
/** Share of a channel's variance that counts as noise, so that no direction is taken for constant. */
const ridge = 0.02;

/**
 * Learns the material from good parts.
 *
 * @param inspected [cells] 1 where parts are inspected
 */
export function learnMaterial(
  kernels: Kernels,
  cells: CellGrid,
  parts: readonly MaterialSample[],
  inspected: Uint8Array,
): Material {
  const looked = thin(cells, step, Float32Array.from(inspected));
  const rows = parts.flatMap(({ channels, unseen }) => {
    const hidden = unseen === null ? null : thin(cells, step, Float32Array.from(unseen));
    const averaged = average(kernels, cells, channels);
    return rowsOf(averaged, (cell) => looked[cell] === 1 && hidden?.[cell] !== 1);
  });
  const every = Math.max(1, Math.ceil(rows.length / sampleSize));
  const sample = rows.filter((_, i) => i % every === 0);
  const dimension = parts[0]!.channels.length;
  const spread = Float64Array.from({ length: dimension }, (_, channel) => deviation(sample, channel));
  // What never varied on good parts is told in its own unit.
  const deviations = spread.map((value) => (value > 0 ? value : 1));
  const scaled = sample.flatMap((row) => row.map((value, channel) => value / deviations[channel]!));
  const fitted = spread.some((value) => value > 0)
    ? fitMahalanobis(scaled, sample.length, dimension, ridge)
    : { mean: new Float64Array(dimension), factor: identity(dimension) };
  return { deviations, ...fitted, exceptions: new Float64Array() };
}

/**
 * How unlike the material of good parts each cell is: the Mahalanobis distance of its averaged indicators, or that to the
 * nearest exception.
 *
 * @param channels [channels][cells]
 * @returns [cells]
 */
export function compareMaterial(
  kernels: Kernels,
  cells: CellGrid,
  material: Material,
  channels: readonly Float32Array[],
): Float32Array {
  const { columns, rows } = thinned(cells, step);
  const distances = new Float32Array(columns * rows);
  eachCell(kernels, cells, material, channels, (cell, whitened, distance) => {
    const asked = distance > usual * whitened.length && material.exceptions.length > 0;
    distances[cell] = Math.sqrt(
      asked ? Math.min(distance, toNearest(material.exceptions, whitened)) : distance,
    );
  });
  return fillIn(cells, step, distances);
}

/** Cells of a taught part that are remembered, the least usual ones. */
const rememberedCells = 32;
/** Exceptions that are kept, the newest ones. */
const mostExceptions = 16 * rememberedCells;
/** Mean squared distance per indicator is 1; below twice that, nothing is unusual. */
const usual = 2;

/**
 * What is least usual about a part.
 *
 * @returns [cells remembered x channels] whitened
 */
export function leastUsual(
  kernels: Kernels,
  cells: CellGrid,
  material: Material,
  channels: readonly Float32Array[],
): Float64Array {
  const found: { distance: number; whitened: Float64Array }[] = [];
  eachCell(kernels, cells, material, channels, (_, whitened, distance) => {
    if (distance > usual * whitened.length) found.push({ distance, whitened: whitened.slice() });
  });
  const kept = found.sort((a, b) => b.distance - a.distance).slice(0, rememberedCells);
  return Float64Array.from(kept.flatMap(({ whitened }) => [...whitened]));
}

/** The same material with what a taught part showed as exceptions. */
export function withExceptions(material: Material, exceptions: Float64Array): Material {
  const all = Float64Array.from([...material.exceptions, ...exceptions]);
  return { ...material, exceptions: all.slice(-mostExceptions * material.mean.length) };
}

function toNearest(exceptions: Float64Array, whitened: Float64Array): number {
  let nearest = Infinity;
  for (let first = 0; first < exceptions.length; first += whitened.length) {
    let distance = 0;
    for (let c = 0; c < whitened.length; c++) distance += (exceptions[first + c]! - whitened[c]!) ** 2;
    nearest = Math.min(nearest, distance);
  }
  return nearest;
}

/** Visits the cells of the thinned lattice; what is whitened is overwritten by the next one. */
function eachCell(
  kernels: Kernels,
  cells: CellGrid,
  { deviations, ...fitted }: Material,
  channels: readonly Float32Array[],
  visit: (cell: number, whitened: Float64Array, distance: number) => void,
): void {
  const averaged = average(kernels, cells, channels);
  const vector = new Float64Array(deviations.length);
  const whitened = new Float64Array(deviations.length);
  const count = averaged[0]!.length;
  for (let cell = 0; cell < count; cell++) {
    gather(averaged, cell, deviations, vector);
    visit(cell, whitened, whiten(fitted, vector, 0, whitened));
  }
}

/** The channels of a cell, each in units of its deviation. */
function gather(
  channels: readonly Float32Array[],
  cell: number,
  deviations: Float64Array,
  out: Float64Array,
): void {
  for (let c = 0; c < out.length; c++) out[c] = channels[c]![cell]! / deviations[c]!;
}

/** Channels averaged over their surroundings, on the thinned lattice. */
function average(kernels: Kernels, cells: CellGrid, channels: readonly Float32Array[]): Float32Array[] {
  const size = { width: cells.columns, height: cells.rows };
  return channels.map((channel) =>
    kernels.scoped(() => {
      const averaged = kernels.f32(channel.length);
      gaussianBlur(kernels, kernels.copyF32(channel), size, averagingSigma, averaged);
      return thin(cells, step, averaged.view);
    }),
  );
}

function rowsOf(channels: readonly Float32Array[], wanted: (cell: number) => boolean): number[][] {
  const rows: number[][] = [];
  for (let cell = 0; cell < channels[0]!.length; cell++) {
    if (wanted(cell)) rows.push(channels.map((channel) => channel[cell]!));
  }
  return rows;
}

function deviation(rows: readonly number[][], channel: number): number {
  const mean = rows.reduce((sum, row) => sum + row[channel]!, 0) / rows.length;
  const variance = rows.reduce((sum, row) => sum + (row[channel]! - mean) ** 2, 0) / rows.length;
  return Math.sqrt(variance);
}

/** [size x size], row-major. */
function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Box } from '../../../src-shared/domain/region.ts';

/** Pixels that touch each other, diagonals included, and all reach a threshold. */
export interface ConnectedRegion {
  /** Number of pixels. */
  readonly area: number;
  readonly box: Box;
  /** The largest value and where it is (the first in reading order among equals). */
  readonly peak: { readonly x: number; readonly y: number; readonly value: number };
  /** Mean value, in the map's unit. */
  readonly mean: number;
  /** The pixels themselves, row by row in reading order. */
  readonly runs: readonly Run[];
}

/** Pixels of row y from column `start` up to, not including, column `end`. */
export interface Run {
  readonly y: number;
  readonly start: number;
  readonly end: number;
}

export interface ConnectedRegionOptions {
  /**
   * Regions with fewer pixels are left out.
   * @default 1
   */
  readonly minArea?: number;
  /**
   * The most regions returned: the strongest ones.
   * @default 100
   */
  readonly limit?: number;
  /** Where it is 0, pixels belong to no region; same size as the map. */
  readonly mask?: Uint8Array;
}

/**
 * The 8-connected regions of a map's pixels with value >= threshold, strongest (highest peak) first; among equal
 * peaks the larger region, then the one whose peak comes first in reading order. NaN belongs to no region.
 *
 * Works on runs of pixels, joined to the runs of the row above by union-find, so that its cost follows from what
 * is above the threshold: He, Chao, Suzuki, "A run-based two-scan labeling algorithm", IEEE TIP 17(5), 2008.
 */
export function connectedRegions(
  map: Plane,
  threshold: number,
  options: ConnectedRegionOptions = {},
): ConnectedRegion[] {
  const { minArea = 1, limit = 100, mask } = options;
  const runs = findRuns(map, threshold, mask);
  const parents = joinTouchingRuns(runs);
  const measures = measure(map, runs, parents);
  return describe(strongest(measures, minArea, limit), map.width, runs, measures);
}

/** Runs in reading order, three numbers each: row, start, end. */
interface RunList {
  readonly count: number;
  readonly fields: Int32Array;
}

function findRuns(map: Plane, threshold: number, mask: Uint8Array | undefined): RunList {
  const { width, height, data } = map;
  let fields = new Int32Array(3 * 1024);
  let count = 0;
  const inside = (at: number) => data[at]! >= threshold && mask?.[at] !== 0;
  for (let y = 0; y < height; y++) {
    // A row holds at most one run for every two pixels.
    if (3 * (count + ((width + 1) >> 1)) > fields.length) fields = enlarged(fields, 3 * (width + 1));
    count = findRunsOfRow(inside, y, width, fields, count);
  }
  return { count, fields };
}

/** Adds the runs of a row to those found before; returns how many there are then. */
function findRunsOfRow(
  inside: (at: number) => boolean,
  y: number,
  width: number,
  fields: Int32Array,
  found: number,
): number {
  const row = y * width;
  let count = found;
  for (let x = 0; x < width; x++) {
    if (!inside(row + x)) continue;
    const start = x;
    while (x < width && inside(row + x)) x++;
    fields[3 * count] = y;
    fields[3 * count + 1] = start;
    fields[3 * count + 2] = x;
    count++;
  }
  return count;
}

function enlarged(fields: Int32Array, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(fields.length + Math.max(fields.length, atLeast));
  larger.set(fields);
  return larger;
}

/** For each run the first run of its region: two runs touch when they are in neighbouring rows and overlap or meet at a corner. */
function joinTouchingRuns({ count, fields }: RunList): Int32Array {
  const parents = Int32Array.from({ length: count }, (_, i) => i);
  let above = 0;
  for (let i = 0; i < count; i++) {
    const [y, start, end] = [fields[3 * i]!, fields[3 * i + 1]!, fields[3 * i + 2]!];
    // Runs of rows further up, or ending before this one begins, touch neither this run nor any later one.
    while (fields[3 * above]! < y - 1 || (fields[3 * above] === y - 1 && fields[3 * above + 2]! < start)) {
      above++;
    }
    for (let j = above; j < i && fields[3 * j] === y - 1 && fields[3 * j + 1]! <= end; j++) {
      join(parents, i, j);
    }
  }
  for (let i = 0; i < count; i++) parents[i] = root(parents, i);
  return parents;
}

function root(parents: Int32Array, of: number): number {
  let i = of;
  while (parents[i] !== i) {
    // Halving the path on the way keeps later look-ups short.
    parents[i] = parents[parents[i]!]!;
    i = parents[i]!;
  }
  return i;
}

function join(parents: Int32Array, a: number, b: number): void {
  const [rootA, rootB] = [root(parents, a), root(parents, b)];
  parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}

/** Measures of every region in order of its first run. Columns of numbers, for there may be millions of regions. */
interface Measures {
  /** For each run, its region. */
  readonly regionOf: Int32Array;
  readonly area: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly top: Int32Array;
  readonly bottom: Int32Array;
  readonly sum: Float64Array;
  readonly peak: Float32Array;
  /** Index of the peak's pixel in the map. */
  readonly peakAt: Int32Array;
}

function measure(map: Plane, { count: runCount, fields }: RunList, parents: Int32Array): Measures {
  const regionOf = new Int32Array(runCount);
  let count = 0;
  // A region's first run is its own parent and comes before the others.
  for (let i = 0; i < runCount; i++) regionOf[i] = parents[i] === i ? count++ : regionOf[parents[i]!]!;
  const measures = {
    regionOf,
    area: new Int32Array(count),
    left: new Int32Array(count).fill(map.width),
    right: new Int32Array(count),
    top: new Int32Array(count).fill(map.height),
    bottom: new Int32Array(count),
    sum: new Float64Array(count),
    peak: new Float32Array(count).fill(-Infinity),
    peakAt: new Int32Array(count),
  };
  for (let i = 0; i < runCount; i++) {
    const region = regionOf[i]!;
    const y = fields[3 * i]!;
    const start = fields[3 * i + 1]!;
    const end = fields[3 * i + 2]!;
    measures.area[region]! += end - start;
    measures.left[region] = Math.min(measures.left[region]!, start);
    measures.right[region] = Math.max(measures.right[region]!, end);
    measures.top[region] = Math.min(measures.top[region]!, y);
    measures.bottom[region] = y;
    for (let at = y * map.width + start; at < y * map.width + end; at++) {
      const value = map.data[at]!;
      measures.sum[region]! += value;
      if (value > measures.peak[region]!) {
        measures.peak[region] = value;
        measures.peakAt[region] = at;
      }
    }
  }
  return measures;
}

/** Regions that are large enough, strongest first, at most `limit`. */
function strongest({ area, peak, peakAt }: Measures, minArea: number, limit: number): number[] {
  return Array.from(area.keys())
    .filter((region) => area[region]! >= minArea)
    .sort((a, b) => peak[b]! - peak[a]! || area[b]! - area[a]! || peakAt[a]! - peakAt[b]!)
    .slice(0, limit);
}

function describe(
  regions: readonly number[],
  width: number,
  runs: RunList,
  measures: Measures,
): ConnectedRegion[] {
  const runsOf = new Map<number, Run[]>(regions.map((region) => [region, []]));
  for (let i = 0; i < runs.count; i++) {
    runsOf.get(measures.regionOf[i]!)?.push({
      y: runs.fields[3 * i]!,
      start: runs.fields[3 * i + 1]!,
      end: runs.fields[3 * i + 2]!,
    });
  }
  const { area, left, right, top, bottom, sum, peak, peakAt } = measures;
  return regions.map((r) => ({
    area: area[r]!,
    box: { x: left[r]!, y: top[r]!, width: right[r]! - left[r]!, height: bottom[r]! - top[r]! + 1 },
    peak: { x: peakAt[r]! % width, y: Math.floor(peakAt[r]! / width), value: peak[r]! },
    mean: sum[r]! / area[r]!,
    runs: runsOf.get(r)!,
  }));
}

import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { gaussianBlur } from '../../numerics/signal/gaussian-blur.ts';
import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';
import type { CellGrid } from '../look/cells.ts';

/** Cells over which evidence is gathered: a defect is rarely a single cell, noise often is. */
const smoothingSigma = 1.5;
/** The part's evidence is the mean over its most suspicious cells; at most this share of all of them. */
const strongestCells = 50;
const strongestShare = 0.02;
/** Positive, since its logarithm is what calibration looks at. */
export const leastEvidence = 1e-6;

/** Evidence smoothed over its surroundings; cells that are not inspected give none. */
export function smoothEvidence(
  kernels: Kernels,
  cells: CellGrid,
  total: Float32Array,
  inspected: Uint8Array,
): Float32Array {
  return kernels.scoped(() => {
    const evidence = kernels.copyF32(total.map((value, cell) => (inspected[cell] === 1 ? value : 0)));
    const smoothed = kernels.f32(total.length);
    gaussianBlur(kernels, evidence, { width: cells.columns, height: cells.rows }, smoothingSigma, smoothed);
    return smoothed.view.slice();
  });
}

/** Mean over the most suspicious cells of a part. */
export function partEvidence(smoothed: Float32Array, inspected: Uint8Array): number {
  const cells = countInspected(inspected);
  const taken = Math.max(1, Math.min(strongestCells, Math.floor(cells * strongestShare)));
  if (cells === 0) return leastEvidence;
  const least = orderStatistic(smoothed, Math.max(0, cells - taken), inspected);
  // Cells that are as strong as the least are as many as are left to take.
  let sum = 0;
  let above = 0;
  for (let cell = 0; cell < smoothed.length; cell++) {
    if (inspected[cell] === 0 || smoothed[cell]! <= least) continue;
    sum += smoothed[cell]!;
    above++;
  }
  return Math.max(leastEvidence, (sum + (taken - above) * least) / taken);
}

/** How many cells are inspected. */
export function countInspected(inspected: Uint8Array): number {
  let count = 0;
  for (let cell = 0; cell < inspected.length; cell++) if (inspected[cell] === 1) count++;
  return count;
}

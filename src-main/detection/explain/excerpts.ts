import { orderStatistic } from '../../numerics/statistics/order-statistic.ts';
import { countInspected, leastEvidence } from '../normal/evidence-map.ts';

/** Most suspicious cells over which evidence is averaged: a pit has few, a stain many, a crack some. */
export const excerpts = [12, 50, 200, 800] as const;

/**
 * Logarithm of the mean evidence over the most suspicious cells, for each number of cells in `excerpts`.
 *
 * @param map       [cells] evidence, smoothed
 * @param inspected [cells] 1 where parts are inspected; where these are fewer than an excerpt has, all of them count
 */
export function excerptMeans(map: Float32Array, inspected: Uint8Array): number[] {
  const count = countInspected(inspected);
  const widest = Math.min(count, Math.max(...excerpts));
  if (widest === 0) return excerpts.map(() => Math.log(leastEvidence));
  const least = orderStatistic(map, count - widest, inspected);
  const strongest = map
    .filter((evidence, cell) => inspected[cell] === 1 && evidence >= least)
    .sort()
    .reverse();
  const sums = [0];
  for (let i = 0; i < widest; i++) sums.push(sums[i]! + strongest[i]!);
  return excerpts.map((cells) => {
    const taken = Math.min(cells, widest);
    return Math.log(Math.max(leastEvidence, sums[taken]! / taken));
  });
}

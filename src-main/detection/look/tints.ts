import type { Plane } from '../../../src-shared/domain/image.ts';
import { median } from '../../imaging/normalise/median.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { gaussianBlur } from '../../numerics/signal/gaussian-blur.ts';
import type { CellGrid } from './cells.ts';

/** Tints of a part in colour, in the order in which they are kept; see `OpponentTints`. */
export const tintNames = ['redGreen', 'yellowBlue'] as const;
export type TintName = (typeof tintNames)[number];

/** How many channels there are: all scales of a tint lie together. */
export const tintChannels = (scales: number): number => scales * tintNames.length;

export function describeTint(channel: number, scales: number): { scale: number; indicator: TintName } {
  return { scale: channel % scales, indicator: tintNames[Math.floor(channel / scales)] ?? 'redGreen' };
}

/**
 * Tints about each cell, averaged as widely as the patches of each scale are: a Gaussian with the variance of a square of
 * the patch's size. Each is centred by its median over the part, but for the widest, by which a part of another colour all
 * over is seen.
 *
 * @param tints [2] on the lattice of cells; a part without colour has none, and all its channels are 0
 * @returns [channels][cells]
 */
export function measureTints(
  kernels: Kernels,
  tints: readonly Plane[],
  cells: CellGrid,
  scales: number,
  patchSize: number,
): Float32Array[] {
  const size = { width: cells.columns, height: cells.rows };
  const empty = () => new Float32Array(size.width * size.height);
  if (tints.length === 0) return Array.from({ length: tintChannels(scales) }, empty);
  return tints.flatMap(({ data }) =>
    Array.from({ length: scales }, (_, scale) => {
      const side = (patchSize * 2 ** scale) / cells.edge;
      const averaged = kernels.scoped(() => {
        const out = kernels.f32(data.length);
        gaussianBlur(kernels, kernels.copyF32(data), size, side / Math.sqrt(12), out);
        return out.view.slice();
      });
      const middle = scale === scales - 1 ? 0 : median(averaged);
      return averaged.map((tint) => tint - middle);
    }),
  );
}

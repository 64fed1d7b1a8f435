import type { Size } from '../../../src-shared/domain/image.ts';
import { checkPlane } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import type { PatchGrid } from '../patches/patch-grid.ts';

/**
 * Brings one value per patch to one value per pixel: bilinear interpolation between the centres of the patches,
 * constant beyond the outermost centres.
 *
 * @param map [grid.rows x grid.columns], one value per patch
 * @param out [height x width], overwritten
 * @throws RangeError when shapes do not fit
 */
export function upsampleGridMap(kernels: Kernels, map: F32, grid: PatchGrid, size: Size, out: F32): void {
  checkPlane(map, { width: grid.columns, height: grid.rows }, 'patch map');
  checkPlane(out, size, 'pixel map');
  const x = interpolationPoints(grid.xs, grid.size, size.width);
  const y = interpolationPoints(grid.ys, grid.size, size.height);
  kernels.scoped(() => {
    kernels.functions.interpolateGrid(
      map.pointer,
      grid.columns,
      grid.rows,
      kernels.copyI32(x.low).pointer,
      kernels.copyF32(x.fraction).pointer,
      kernels.copyI32(y.low).pointer,
      kernels.copyF32(y.fraction).pointer,
      size.width,
      size.height,
      kernels.f32(grid.columns + 1).pointer,
      out.pointer,
    );
  });
}

/** For each pixel, the patch before it and how far it is from that patch's centre to the next one's. */
function interpolationPoints(
  edges: Int32Array,
  patchSize: number,
  length: number,
): { low: Int32Array; fraction: Float32Array } {
  const toCentre = (patchSize - 1) / 2;
  const low = new Int32Array(length);
  const fraction = new Float32Array(length);
  let patch = 0;
  for (let i = 0; i < length; i += 1) {
    while (patch + 1 < edges.length && edges[patch + 1]! + toCentre <= i) patch += 1;
    const spacing = patch + 1 < edges.length ? edges[patch + 1]! - edges[patch]! : Infinity;
    low[i] = patch;
    fraction[i] = Math.max(0, (i - edges[patch]! - toCentre) / spacing);
  }
  return { low, fraction };
}

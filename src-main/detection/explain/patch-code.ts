import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { extractPatches } from '../../numerics/patches/extract-patches.ts';
import type { PatchGrid } from '../../numerics/patches/patch-grid.ts';
import { batchOmp, createCodes, reconstruct } from '../../numerics/sparse/batch-omp.ts';
import type { CellGrid } from '../look/cells.ts';
import type { ScaleModel } from '../look/measure.ts';
import type { Level } from '../look/pyramid.ts';

/** The patch around a cell at a scale, with its sparse code. */
export interface PatchCode {
  /** In normalised intensity. */
  readonly found: Plane;
  /** What the code rebuilds of it. */
  readonly rebuilt: Plane;
  /** Strongest first. */
  readonly atoms: { readonly atom: number; readonly weight: number }[];
}

/**
 * Codes the patch around a cell at one scale.
 *
 * @param level     of that scale
 * @param nonzeros  the most atoms that the code may use
 */
export function codePatchAt(
  kernels: Kernels,
  { dictionary }: ScaleModel,
  level: Level,
  cells: CellGrid,
  cell: number,
  size: number,
  nonzeros: number,
): PatchCode {
  return kernels.scoped(() => {
    const start = (index: number, length: number) => {
      const centre = ((index + 0.5) * cells.edge) / level.reduction;
      return Math.min(length - size, Math.max(0, Math.round(centre - size / 2)));
    };
    const grid: PatchGrid = {
      columns: 1,
      rows: 1,
      size,
      xs: Int32Array.of(start(cell % cells.columns, level.size.width)),
      ys: Int32Array.of(start(Math.floor(cell / cells.columns), level.size.height)),
    };
    const out = kernels.f32(size * size);
    const patch = { out, means: kernels.f32(1), energies: kernels.f32(1) };
    const range = { grid, firstIndex: 0, count: 1 };
    extractPatches(kernels, level.plane, level.size, range, { removeMean: true }, patch);
    const mean = patch.means.view[0] ?? 0;
    const withMean = (): Plane => ({
      width: size,
      height: size,
      data: patch.out.view.map((value) => value + mean),
    });
    const found = withMean();
    const codes = createCodes(kernels, 1, nonzeros);
    batchOmp(kernels, dictionary, out, 1, { nonzeros, errorTarget: 0 }, codes);
    const used = codes.sizes.view[0] ?? 0;
    const atoms = Array.from(codes.coefficients.view.subarray(0, used), (weight, i) => ({
      atom: codes.indices.view[i] ?? 0,
      weight,
    })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    reconstruct(kernels, dictionary, codes, 1, out);
    return { found, rebuilt: withMean(), atoms };
  });
}

import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import { batchOmp } from '../../numerics/sparse/batch-omp.ts';
import { createCodes } from '../../numerics/sparse/sparse-codes.ts';
import { extractPatches } from '../../numerics/patches/extract-patches.ts';
import type { PatchGrid } from '../../numerics/patches/patch-grid.ts';
import type { Level } from '../look/pyramid.ts';
import type { RegionContext } from './regions.ts';

/** The atoms that the patch around a cell asks for at a scale, most used first, with their share of the code's energy. */
export function atomsAt(
  { kernels, model, scales }: Pick<RegionContext, 'kernels' | 'model' | 'scales'>,
  level: Level,
  cell: number,
  scale: number,
): DefectRegion['atoms'] {
  const { recipe, references } = model;
  const { edge, columns } = references.cells;
  const { size } = recipe.patch;
  return kernels.scoped(() => {
    const start = (index: number, length: number) => {
      const centre = ((index + 0.5) * edge) / level.reduction;
      return Math.min(length - size, Math.max(0, Math.round(centre - size / 2)));
    };
    const grid: PatchGrid = {
      columns: 1,
      rows: 1,
      size,
      xs: Int32Array.of(start(cell % columns, level.size.width)),
      ys: Int32Array.of(start(Math.floor(cell / columns), level.size.height)),
    };
    const out = kernels.f32(size * size);
    const patch = { out, means: kernels.f32(1), energies: kernels.f32(1) };
    extractPatches(
      kernels,
      level.plane,
      level.size,
      { grid, firstIndex: 0, count: 1 },
      { removeMean: true },
      patch,
    );
    const codes = createCodes(kernels, 1, recipe.coder.nonzeros);
    const { nonzeros } = recipe.coder;
    batchOmp(kernels, scales[scale]!.dictionary, out, 1, { nonzeros, errorTarget: 0 }, codes);
    const used = codes.sizes.view[0]!;
    const coefficients = Array.from(codes.coefficients.view.subarray(0, used));
    const energy = coefficients.reduce((sum, c) => sum + c * c, 0);
    return coefficients
      .map((c, i) => ({ scale, atom: codes.indices.view[i]!, share: energy > 0 ? (c * c) / energy : 0 }))
      .sort((a, b) => b.share - a.share);
  });
}

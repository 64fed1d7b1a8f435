import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { Level } from '../look/pyramid.ts';
import { codePatchAt } from './patch-code.ts';
import type { RegionContext } from './regions.ts';

/** The atoms that the patch around a cell asks for at a scale, most used first, with their share of the code's energy. */
export function atomsAt(
  { kernels, model, scales }: Pick<RegionContext, 'kernels' | 'model' | 'scales'>,
  level: Level,
  cell: number,
  scale: number,
): DefectRegion['atoms'] {
  const { coder, patch } = model.recipe;
  const { cells } = model.references;
  const { atoms } = codePatchAt(kernels, scales[scale]!, level, cells, cell, patch.size, coder.nonzeros);
  const energy = atoms.reduce((sum, { weight }) => sum + weight * weight, 0);
  return atoms.map(({ atom, weight }) => ({
    scale,
    atom,
    share: energy > 0 ? (weight * weight) / energy : 0,
  }));
}

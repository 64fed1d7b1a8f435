import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { DenseMatrix } from '../../../numerics/linalg/dense-matrix.ts';
import { patchGrid } from '../../../numerics/patches/patch-grid.ts';
import type { PatchGrid } from '../../../numerics/patches/patch-grid.ts';
import { gridPatches } from '../../../numerics/restoration/image-patches.ts';

export interface CentredPatches {
  readonly grid: PatchGrid;
  /** [patches x size^2], each without its mean */
  readonly patches: DenseMatrix;
  /** [patches] */
  readonly means: Float64Array;
}

/** The patches of a picture, so many pixels apart, without their means. */
export function centredPatches(picture: Plane, layout: { size: number; stride: number }): CentredPatches {
  const grid = patchGrid(picture, layout);
  const patches = gridPatches(picture.data, picture, grid);
  const means = new Float64Array(patches.rows);
  for (let p = 0; p < patches.rows; p++) {
    const patch = patches.values.subarray(p * patches.columns, (p + 1) * patches.columns);
    const mean = patch.reduce((sum, value) => sum + value, 0) / patches.columns;
    means[p] = mean;
    for (let i = 0; i < patch.length; i++) patch[i] = (patch[i] ?? 0) - mean;
  }
  return { grid, patches, means };
}

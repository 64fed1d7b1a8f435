import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { createRandom } from '../../numerics/random/generator.ts';
import { sampleWithoutReplacement } from '../../numerics/random/sample.ts';
import { buildPyramid } from '../look/pyramid.ts';

/**
 * Random patches of a good part at each scale, each without its mean. Which patches are taken depends on the seed, the
 * part's number and the scale alone, so that it does not matter who takes them and when.
 *
 * @param image at working size under normal light
 * @param perScale how many patches per scale; fewer when the image does not have so many
 * @returns [scales][count x size * size]
 */
export function samplePatches(
  kernels: Kernels,
  image: Plane,
  recipe: Recipe,
  scales: number,
  perScale: number,
  seed: number,
  part: number,
): Float32Array[] {
  const { size } = recipe.patch;
  return kernels.scoped(() =>
    buildPyramid(kernels, image, scales).map((level, scale) => {
      const columns = level.size.width - size + 1;
      const places = columns * (level.size.height - size + 1);
      const random = createRandom(seed, `patches/${part}/${scale}`);
      const taken = sampleWithoutReplacement(random, places, Math.min(perScale, places));
      const patches = new Float32Array(taken.length * size * size);
      taken.forEach((place, i) => {
        const x = place % columns;
        const y = Math.floor(place / columns);
        copyPatch(level.plane.view, level.size.width, x, y, size, patches.subarray(i * size * size));
      });
      return patches;
    }),
  );
}

function copyPatch(
  plane: Float32Array,
  width: number,
  x: number,
  y: number,
  size: number,
  out: Float32Array,
): void {
  let sum = 0;
  for (let row = 0, i = 0; row < size; row++) {
    for (let column = 0; column < size; column++, i++) {
      const value = plane[(y + row) * width + x + column]!;
      out[i] = value;
      sum += value;
    }
  }
  const mean = sum / (size * size);
  for (let i = 0; i < size * size; i++) out[i]! -= mean;
}

import { basename } from 'node:path';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { ImageFacts } from '../workers/worker.ts';

/**
 * A picture that does not even fill one patch shows nothing of a part, however far it is enlarged.
 *
 * @throws SparsightError 'image.too-small'
 */
export function refuseTooSmall({ path, width, height }: ImageFacts, { patch }: Recipe): void {
  if (Math.min(width, height) >= patch.size) return;
  throw new SparsightError({
    code: 'image.too-small',
    message: `The image ${basename(path)} of ${width} x ${height} pixels is smaller than a patch of ${patch.size} x ${patch.size}.`,
    next: 'Use larger images, or a recipe with smaller patches.',
    path,
  });
}

import { basename } from 'node:path';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { ImageFacts } from '../workers/worker.ts';

/**
 * A picture that does not even fill one patch shows nothing of a part, however far it is enlarged.
 *
 * @throws SparsightError 'image.too-small'
 */
export function refuseTooSmall({ path, width, height }: ImageFacts, { patch }: Recipe): void {
  if (Math.min(width, height) >= patch.size) return;
  throw reasonedError(
    'image.too-small',
    'image.below-patch',
    { file: basename(path), width, height, patch: patch.size },
    { path },
  );
}

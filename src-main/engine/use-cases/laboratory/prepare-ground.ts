import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import { denseMatrix } from '../../../numerics/linalg/dense-matrix.ts';
import type { CodedGround, DictionarySource } from './dictionary-source.ts';
import { learnPictureDictionary } from './learn-picture-dictionary.ts';

/** A picture with the dictionary that it is to be coded over. */
export function prepareGround(
  kernels: Kernels,
  picture: Plane,
  source: DictionarySource,
  seed: number,
): CodedGround {
  if ('method' in source)
    return { picture, dictionary: learnPictureDictionary(kernels, picture, { ...source, seed }) };
  const { width, height, data } = source.atoms;
  return { picture, dictionary: { atoms: denseMatrix(height, width, data), objective: [] } };
}

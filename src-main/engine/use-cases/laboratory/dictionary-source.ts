import type { DictionaryMethod } from '../../../../src-shared/contract/laboratory.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { DenseMatrix } from '../../../numerics/linalg/dense-matrix.ts';

/** Where a dictionary comes from: learnt from the picture, or atoms that there are, [atoms x pixels of a patch]. */
export type DictionarySource = { readonly method: DictionaryMethod } | { readonly atoms: Plane };

export interface PictureDictionary {
  /** [atoms x patchSize^2], unit norm */
  readonly atoms: DenseMatrix;
  /** What learning made small, after each step; empty when nothing was learnt. */
  readonly objective: readonly number[];
}

/** A picture with its dictionary: what codes of any penalty start from. */
export interface CodedGround {
  readonly picture: Plane;
  readonly dictionary: PictureDictionary;
}

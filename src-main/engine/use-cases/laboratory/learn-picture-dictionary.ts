import type { DictionaryMethod } from '../../../../src-shared/contract/laboratory.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import { lassoCoder, pursuitCoder } from '../../../numerics/dictionary/coder.ts';
import { dctDictionary } from '../../../numerics/dictionary/dct.ts';
import { learnDictionary } from '../../../numerics/dictionary/learn.ts';
import { learnByMod } from '../../../numerics/dictionary/method-of-optimal-directions.ts';
import { learnByOlshausenField } from '../../../numerics/dictionary/olshausen-field.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import { denseMatrix } from '../../../numerics/linalg/dense-matrix.ts';
import type { DenseMatrix } from '../../../numerics/linalg/dense-matrix.ts';
import { centredPatches } from './centred-patches.ts';
import type { PictureDictionary } from './dictionary-source.ts';

const patchSize = 8;
const atomCount = 100;
/** Atoms for each patch while learning, where a method counts them. */
const nonzeros = 4;
const iterations = 15;
/** lambda while learning, where a method charges for coefficients; intensities are in [0, 1]. */
const learningPenalty = 0.1;

/** A dictionary of 8 x 8 atoms learnt from a picture; the DCT as it is, to compare them with. */
export function learnPictureDictionary(
  kernels: Kernels,
  picture: Plane,
  { method, seed }: { method: DictionaryMethod; seed: number },
): PictureDictionary {
  const { patches } = centredPatches(picture, { size: patchSize, stride: 2 });
  switch (method) {
    case 'ksvd':
    case 'online': {
      const options = {
        method,
        atoms: atomCount,
        nonzeros,
        iterations,
        initialisation: 'data',
        seed,
      } as const;
      const learnt = learnDictionary(kernels, Float32Array.from(patches.values), patches.rows, options);
      return { atoms: denseMatrix(atomCount, patches.columns, learnt.atoms), objective: learnt.objective };
    }
    case 'mod': {
      const atoms = cosines();
      const coder = pursuitCoder(nonzeros, kernels);
      return { atoms, objective: learnByMod(patches, atoms, { coder, iterations }, kernels) };
    }
    case 'olshausen-field': {
      const atoms = cosines();
      const precision = 'single';
      const coder = lassoCoder(learningPenalty, { precision }, kernels);
      const options = { coder, penalty: learningPenalty, batch: 80, updates: 100, seed, precision } as const;
      return { atoms, objective: learnByOlshausenField(patches, atoms, options, kernels) };
    }
    case 'dct':
      return { atoms: cosines(), objective: [] };
  }
}

function cosines(): DenseMatrix {
  const atoms = dctDictionary({ width: patchSize, height: patchSize, atoms: atomCount });
  return denseMatrix(atomCount, patchSize * patchSize, atoms);
}

import { expect, it } from 'vitest';
import { madeUpPicture } from '../../../../src-main/engine/use-cases/laboratory/made-up-picture.ts';
import { learnPictureDictionary } from '../../../../src-main/engine/use-cases/laboratory/learn-picture-dictionary.ts';
import { codePicture } from '../../../../src-main/engine/use-cases/laboratory/picture-codes.ts';
import { homotopyCodes } from '../../../../src-main/numerics/sparse/homotopy-codes.ts';
import { loadKernels } from '../../numerics/kernels/load-kernels.ts';
import { largestDifference } from '../../numerics/sparse/regression-problem.ts';

it.each(['dct', 'ksvd'] as const)(
  'a picture is coded over a dictionary (%s) as by the reference',
  (method) => {
    const kernels = loadKernels();
    const picture = madeUpPicture(2, 64, 0.3);
    const { atoms } = learnPictureDictionary(kernels, picture, { method, seed: 2 });
    const { codes, originals } = codePicture(kernels, picture, atoms, 0.05);
    const expected = { ...codes, values: new Float64Array(codes.values.length) };
    homotopyCodes(atoms, originals, 0.05, expected);
    expect(largestDifference(codes.values, expected.values)).toBeLessThan(1e-10);
  },
);

import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows, timesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { codeUnderPrior } from '../../../../src-main/numerics/sparse/codes-under-prior.ts';
import { prepareDictionary } from '../../../../src-main/numerics/sparse/dictionary.ts';
import { iterativeCodes } from '../../../../src-main/numerics/sparse/iterative-codes.ts';
import { lassoByGram } from '../../../../src-main/numerics/sparse/lasso-by-gram.ts';
import {
  cauchyPrior,
  gaussianPrior,
  laplacePrior,
  type SparsityPrior,
} from '../../../../src-main/numerics/sparse/priors.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms, rowsOf } from './planted.ts';
import { largestDifference } from './regression-problem.ts';

const kernels = loadKernels();
const [atomCount, dimension, count] = [30, 20, 25];
const random = createRandom(8, 'codes-under-prior');
const atoms = randomAtoms(random, atomCount, dimension);
const signals = Float32Array.from({ length: count * dimension }, () => random.normal());
const dictionary = denseMatrix(atomCount, dimension, Float64Array.from(atoms));
const gram = gramOfRows(dictionary);
const penalty = 0.3;

function targetsOf(signal: ArrayLike<number>): Float64Array {
  const targets = new Float64Array(atomCount);
  timesVector(dictionary, Float64Array.from(signal), targets);
  return targets;
}

/** c - G x */
function left(targets: Float64Array, code: ArrayLike<number>): Float64Array {
  const image = new Float64Array(atomCount);
  timesVector(gram, Float64Array.from(code), image);
  return targets.map((target, k) => target - image[k]!);
}

function codeOf(targets: Float64Array, prior: SparsityPrior, tolerance?: number) {
  const code = new Float64Array(atomCount);
  const stopping = tolerance === undefined ? {} : { tolerance };
  const done = codeUnderPrior(gram, targets, penalty, prior, code, new Float64Array(atomCount), stopping);
  return { code, done };
}

describe.each([
  ['Gaussian', gaussianPrior, 'gaussian'],
  ['Cauchy', cauchyPrior, 'cauchy'],
] as const)('a code under the %s prior', (_, prior, name) => {
  it('is where the gradient of the energy is 0', () => {
    for (const signal of rowsOf(signals, dimension)) {
      const targets = targetsOf(signal);
      const { code, done } = codeOf(targets, prior, 1e-10);
      expect(done).toBe(true);
      const pull = code.map((x) => penalty * prior.derivative(x));
      expect(largestDifference(left(targets, code), pull)).toBeLessThan(1e-7);
    }
  });

  it('is so in single precision, too', () => {
    kernels.scoped(() => {
      const codes = kernels.f32(count * atomCount);
      const coder = prepareDictionary(kernels, atoms, { atomCount, dimension });
      const coding = { method: 'prior', prior: name, penalty } as const;
      expect(iterativeCodes(kernels, coder, kernels.copyF32(signals), count, coding, codes)).toBe(0);
      rowsOf(signals, dimension).forEach((signal, i) => {
        const targets = targetsOf(signal);
        const code = Float64Array.from(codes.view.subarray(i * atomCount, (i + 1) * atomCount));
        const pull = code.map((x) => penalty * prior.derivative(x));
        expect(largestDifference(left(targets, code), pull)).toBeLessThan(1e-4);
      });
    });
  });

  it('in single precision counts a signal that is not finite as not done', () => {
    kernels.scoped(() => {
      const broken = signals.slice(0, 2 * dimension);
      broken[3] = NaN;
      const codes = kernels.f32(2 * atomCount);
      const coder = prepareDictionary(kernels, atoms, { atomCount, dimension });
      const coding = { method: 'prior', prior: name, penalty } as const;
      expect(iterativeCodes(kernels, coder, kernels.copyF32(broken), 2, coding, codes)).toBe(1);
      expect(codes.view.subarray(0, atomCount).every((x) => x === 0)).toBe(true);
      expect(codes.view.subarray(atomCount).some((x) => x !== 0)).toBe(true);
    });
  });
});

it('a code under the Laplacian prior is that of the lasso', () => {
  for (const signal of rowsOf(signals, dimension)) {
    const targets = targetsOf(signal);
    const lasso = new Float64Array(atomCount);
    lassoByGram(gram, targets, penalty, lasso, new Float64Array(atomCount), { tolerance: 1e-12 });
    expect(largestDifference(codeOf(targets, laplacePrior, 1e-12).code, lasso)).toBeLessThan(1e-6);
  }
});

it('an atom of zeros stays out of a code', () => {
  const empty = denseMatrix(2, 2, Float64Array.of(1, 0, 0, 0));
  const code = Float64Array.of(0, 5);
  codeUnderPrior(empty, Float64Array.of(2, 0), 1, cauchyPrior, code, new Float64Array(2));
  expect(code[1]).toBe(0);
});

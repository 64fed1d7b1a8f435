import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';

import { turnToLeadingEigenvector } from '../../../../src-main/numerics/dictionary/leading-eigenvector.ts';
import { symmetricEigen } from '../../../../src-main/numerics/linalg/symmetric-eigen.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';

describe('the leading eigenvector', () => {
  it('is the one of a full decomposition', () => {
    const random = createRandom(8);
    const E = Matrix.from1DArray(
      40,
      12,
      Array.from({ length: 480 }, () => random.normal()),
    );
    const gram = E.transpose().mmul(E);
    const { vectors } = symmetricEigen(gram);
    const found = Float64Array.from({ length: 12 }, (_, a) => (a === 0 ? 1 : 0));
    turnToLeadingEigenvector(Float32Array.from(gram.to1DArray()), found);
    const cosine = found.reduce((sum, entry, a) => sum + entry * vectors[a]!, 0);
    expect(Math.abs(cosine)).toBeGreaterThan(1 - 1e-6);
  });

  it('of a zero matrix is the start', () => {
    const start = Float64Array.of(0.6, 0.8);
    turnToLeadingEigenvector(new Float32Array(4), start);
    expect([...start]).toEqual([0.6, 0.8]);
  });
});

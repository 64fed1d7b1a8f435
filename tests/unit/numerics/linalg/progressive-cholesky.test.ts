import { describe, expect, it } from 'vitest';
import { denseMatrix, rowOf } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows } from '../../../../src-main/numerics/linalg/products.ts';
import { progressiveCholesky } from '../../../../src-main/numerics/linalg/progressive-cholesky.ts';
import { dot } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const random = createRandom(4, 'progressive-cholesky');
const count = 40;
const gram = gramOfRows(
  denseMatrix(
    count,
    60,
    Float64Array.from({ length: count * 60 }, () => random.normal()),
  ),
);

/** An empty factor, and how to add an atom by its number. */
function growing() {
  const factor = progressiveCholesky();
  const order: number[] = [];
  const append = (k: number) => {
    const row = rowOf(gram, k);
    order.push(k);
    return factor.append(
      Float64Array.from(order, (j) => row[j]!),
      row[k]!,
    );
  };
  return { factor, order, append };
}

describe('a Cholesky factor that grows and shrinks', () => {
  it('solves the normal equations of the atoms that are in, whichever left', () => {
    const { factor, order, append } = growing();
    for (let k = 0; k < count; k++) {
      append(k);
      if (k % 3 !== 2) continue;
      const place = (5 * k) % order.length;
      order.splice(place, 1);
      factor.remove(place);
    }
    expect(factor.size).toBe(order.length);
    const solution = Float64Array.from(order, (k) => Math.cos(k));
    const right = Float64Array.from(order, (i) =>
      dot(
        Float64Array.from(order, (j) => gram.values[i * count + j]!),
        solution,
      ),
    );
    factor.solve(right);
    expect(largestDifference(right, solution)).toBeLessThan(1e-9);
  });

  it('takes no atom twice', () => {
    const { factor, append } = growing();
    for (const k of [3, 1, 7]) expect(append(k)).toBe(true);
    expect(append(1)).toBe(false);
    expect(factor.size).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../../../../src-main/numerics/linalg/products.ts';
import { addScaled, innerProduct, largestMagnitude } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { jointNewtonStep } from '../../../../src-main/numerics/sparse/joint-newton-step.ts';

const [n, count, dimension, penalty] = [6, 5, 20, 0.5];
const random = createRandom(61, 'joint-newton');
const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
const atoms = denseMatrix(n, dimension, normals(n * dimension));
const { values: G } = gramOfRows(atoms);
const { values: targets } = timesTranspose(atoms, denseMatrix(count, dimension, normals(count * dimension)));

function stateAt(x: Float64Array) {
  const rest = targets.slice();
  for (let j = 0; j < n; j++)
    for (let k = 0; k < n; k++) addScaled(-G[j * n + k]!, x, k * count, rest, j * count, count);
  return { G, n, count, penalty, x, rest };
}

function objective({ x, rest }: ReturnType<typeof stateAt>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum -= (x[i]! * (targets[i]! + rest[i]!)) / 2;
  for (let k = 0; k < n; k++) sum += penalty * Math.sqrt(innerProduct(x, k * count, x, k * count, count));
  return sum;
}

describe("Newton's step for joint codes", () => {
  const active = [0, 1, 3, 4];

  it('reaches the optimum of the atoms in use in a few steps, and the objective never rises', () => {
    const x = normals(n * count).map((value, i) =>
      active.includes(Math.floor(i / count)) ? 0.2 * value : 0,
    );
    const state = stateAt(x);
    for (let step = 0, before = objective(state); step < 8; step++) {
      jointNewtonStep(state, active, active);
      const after = objective(stateAt(x));
      expect(after).toBeLessThanOrEqual(before + 1e-13);
      before = after;
    }
    const { rest } = stateAt(x);
    for (const k of active) {
      const norm = Math.sqrt(innerProduct(x, k * count, x, k * count, count));
      const slope = rest.slice(k * count, (k + 1) * count);
      addScaled(-penalty / norm, x, k * count, slope, 0, count);
      expect(largestMagnitude(slope)).toBeLessThan(1e-9);
      expect(
        largestMagnitude(
          state.rest.slice(k * count, (k + 1) * count).map((v, i) => v - rest[k * count + i]!),
        ),
      ).toBeLessThan(1e-12);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { deadLeaves } from '../../../../src-main/numerics/experiments/dead-leaves.ts';
import { filterNoisySine, fuseNoisySteps } from '../../../../src-main/numerics/experiments/noisy-signals.ts';
import { learnReceptiveFields } from '../../../../src-main/numerics/experiments/receptive-fields.ts';
import { recoverSparseWeights } from '../../../../src-main/numerics/experiments/sparse-recovery.ts';
import { unitarySpectrum } from '../../../../src-main/numerics/restoration/partial-fourier.ts';

describe('made-up natural pictures', () => {
  const size = { width: 128, height: 128 };

  it('have an amplitude spectrum that falls about as 1 / f', () => {
    const power = new Float64Array(64);
    const counts = new Float64Array(64);
    for (let seed = 0; seed < 6; seed++) {
      const { values } = unitarySpectrum(deadLeaves(size, { seed, radii: [1, 64] }), size);
      for (let i = 0; i < 128 * 128; i++) {
        const [x, y] = [i % 128, Math.floor(i / 128)];
        const f = Math.round(Math.hypot(Math.min(x, 128 - x), Math.min(y, 128 - y)));
        if (f < 2 || f > 40) continue;
        power[f]! += values[2 * i]! ** 2 + values[2 * i + 1]! ** 2;
        counts[f]!++;
      }
    }
    const points = Array.from({ length: 39 }, (_, i) => i + 2).map((f) => [
      Math.log(f),
      Math.log(power[f]! / counts[f]!) / 2,
    ]);
    const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at]!, 0) / points.length;
    const [mx, my] = [mean(0), mean(1)];
    const slope =
      points.reduce((sum, [x, y]) => sum + (x! - mx) * (y! - my), 0) /
      points.reduce((sum, [x]) => sum + (x! - mx) ** 2, 0);
    expect(slope).toBeGreaterThan(-1.6);
    expect(slope).toBeLessThan(-0.8);
  });

  it('are the same for the same seed, within [0, 1], and refuse impossible leaves', () => {
    const picture = deadLeaves(size, { seed: 3, stripes: 0.5 });
    expect(deadLeaves(size, { seed: 3, stripes: 0.5 })).toEqual(picture);
    expect(Math.min(...picture)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...picture)).toBeLessThanOrEqual(1);
    expect(() => deadLeaves(size, { seed: 3, radii: [4, 2] })).toThrow(RangeError);
  });
});

describe('a thousand features of which few matter', () => {
  it('are told from a hundred samples by the lasso and by OMP', () => {
    for (const seed of [1, 2, 3]) {
      const { relevant, lasso, omp } = recoverSparseWeights({ seed, relevant: 10 });
      expect(relevant).toHaveLength(10);
      expect(lasso.correct).toBeGreaterThanOrEqual(9);
      expect(omp.correct).toBe(10);
    }
  });

  it('are mostly told where twenty matter', () => {
    const { lasso, omp } = recoverSparseWeights({ seed: 1 });
    expect(lasso.correct).toBeGreaterThanOrEqual(14);
    expect(omp.correct).toBeGreaterThanOrEqual(17);
  });
});

describe('noisy signals', () => {
  it('are followed by straight pieces where they are a sine', () => {
    const { errors, knots } = filterNoisySine({ seed: 1 });
    expect(errors.found).toBeLessThan(errors.noisy / 3);
    expect(knots.length).toBeGreaterThan(3);
    expect(knots.length).toBeLessThan(30);
  });

  it('give away where their steps are', () => {
    const { errors, knots, steps } = fuseNoisySteps({ seed: 1 });
    expect(errors.found).toBeLessThan(errors.noisy / 1.8);
    for (const step of steps) expect(knots.some((knot) => Math.abs(knot - step) <= 1)).toBe(true);
  });
});

describe('receptive fields', () => {
  it('become local, and codes sparse, as the energy falls', () => {
    const found = learnReceptiveFields({
      seed: 1,
      patchSize: 6,
      atoms: 36,
      patches: 3000,
      batch: 100,
      updates: 150,
    });
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(found.energies.slice(-20))).toBeLessThan(0.95 * mean(found.energies.slice(0, 5)));
    const { zeros, counts } = found.activity;
    const used = counts.reduce((sum, count) => sum + count, 0);
    expect(zeros / (zeros + used)).toBeGreaterThan(0.4);
    // An atom of noise has a kurtosis of 3, a small edge a much larger one.
    const kurtoses = Array.from({ length: 36 }, (_, k) => {
      const atom = found.atoms.values.subarray(k * 36, (k + 1) * 36);
      return 36 * atom.reduce((sum, value) => sum + value ** 4, 0);
    });
    expect(mean(kurtoses)).toBeGreaterThan(5);
    expect(found.rebuilt.values).toHaveLength(found.originals.values.length);
  });
});

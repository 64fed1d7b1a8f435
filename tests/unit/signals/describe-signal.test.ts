import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { describeSignal } from '../../../src-main/signals/describe/describe-signal.ts';
import { significantChanges } from '../../../src-main/signals/describe/significant-changes.ts';
import { standardPenalty } from '../../../src-main/signals/describe/standard-penalty.ts';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { fitPieces } from '../../../src-main/signals/describe/fit-pieces.ts';
import { noiseLevel } from '../../../src-main/signals/describe/noise-level.ts';
import { penaltyRange } from '../../../src-main/signals/describe/penalty-range.ts';
import { fitPolynomial } from '../../../src-main/signals/describe/polynomial-fit.ts';

const noisy = (length: number, noise: number, clean: (share: number) => number, seed = 1) => {
  const random = createRandom(seed, 'test/signal');
  return Float64Array.from({ length }, (_, i) => clean(i / length) + noise * random.normal());
};

const described = (values: Float64Array, method: SignalMethod, penalty?: number) =>
  describeSignal(values, method, standardPenalty(values, method), penalty);

const levels = [0, 2, 1, 3, 0.5, 1.5];
const steps = (share: number) => levels[Math.floor(share * levels.length)]!;
const bends = (share: number) => (share < 0.3 ? 0 : share < 0.6 ? (share - 0.3) * 20 : 6 - (share - 0.6) * 5);

describe('steps', () => {
  it.each([300, 3000, 60_000])(
    'in a signal of %i samples are found where they are, as high as they are',
    (n) => {
      const { changes } = described(noisy(n, 0.2, steps), 'steps');
      expect(changes).toHaveLength(5);
      changes.forEach(({ place, size }, i) => {
        expect(Math.abs(place - ((i + 1) * n) / 6)).toBeLessThanOrEqual(2);
        expect(size).toBeCloseTo(levels[i + 1]! - levels[i]!, 0);
      });
    },
  );

  it('are not found in noise', () => {
    const found = Array.from(
      { length: 20 },
      (_, seed) =>
        described(
          noisy(500, 1, () => 5, seed),
          'steps',
        ).changes.length,
    );
    expect(found.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
  });

  it('do not depend on unit and zero of the signal', () => {
    const values = noisy(600, 0.2, steps);
    const places = (of: Float64Array) => described(of, 'steps').changes.map(({ place }) => place);
    expect(places(values.map((value) => 1e-6 * value - 3))).toEqual(places(values));
    expect(places(values.map((value) => 1e6 * value + 1e7))).toEqual(places(values));
  });

  it('are found among as many pieces as there are samples', () => {
    const values = noisy(20_000, 0.2, steps);
    const every = Array.from({ length: 19_999 }, (_, i) => i + 1);
    expect(significantChanges(values, every, 0, 0.2)).toHaveLength(5);
  });
});

describe('bends', () => {
  it.each([600, 20_000])('in a signal of %i samples are found where slopes change, by how much', (n) => {
    const { changes } = described(noisy(n, 0.1, bends), 'trend');
    expect(changes).toHaveLength(2);
    expect(changes.map(({ place }) => place / n)).toEqual([expect.closeTo(0.3, 1), expect.closeTo(0.6, 1)]);
    expect(changes.map(({ size }) => size * n)).toEqual([
      expect.closeTo(20, -0.5),
      expect.closeTo(-25, -0.5),
    ]);
  });

  it('are followed by straight pieces that are nearer to the truth than the samples', () => {
    const values = noisy(600, 0.1, bends);
    const { fit } = described(values, 'trend');
    const error = (of: Float64Array) =>
      Math.sqrt(of.reduce((sum, value, i) => sum + (value - bends(i / 600)) ** 2, 0) / 600);
    expect(error(fit)).toBeLessThan(error(values) / 3);
  });

  it('of parabolas are no bends: a parabola has none', () => {
    const parabola = noisy(500, 0.01, (share) => 4 * share * share);
    expect(described(parabola, 'quadraticTrend').changes).toEqual([]);
    expect(described(parabola, 'trend').changes.length).toBeGreaterThan(0);
  });
});

describe('the penalty', () => {
  it.each(['steps', 'trend', 'quadraticTrend'] as const)(
    'at the upper end of its range leaves one piece of %s, just below it two',
    (method) => {
      const values = noisy(200, 0.2, steps);
      const { most } = penaltyRange(values, method);
      expect(fitPieces(values, method, 1.001 * most).knots).toEqual([]);
      expect(fitPieces(values, method, 0.9 * most).knots).not.toEqual([]);
    },
  );

  it('can be chosen: a larger one leaves fewer pieces', () => {
    const values = noisy(600, 0.2, steps);
    const { penalty, ...standard } = described(values, 'steps');
    expect(penalty.value).toBe(penalty.standard);
    const coarse = described(values, 'steps', penalty.most / 3);
    expect(coarse.penalty).toEqual({ ...penalty, value: penalty.most / 3 });
    expect(coarse.changes.length).toBeLessThan(standard.changes.length);
  });

  it('means the same for a long signal that is drawn with fewer points', () => {
    const values = noisy(2400, 0.2, bends);
    const long = described(values, 'trend');
    expect(long.reducedBy).toBe(2);
    expect(long.measured).toHaveLength(1200);
    const whole = fitPieces(values, 'trend', long.penalty.value).fit;
    const difference = Math.max(...long.fit.map((value, i) => Math.abs(value - whole[2 * i]!)));
    expect(difference).toBeLessThan(0.1);
  });
});

describe('the noise', () => {
  it('is measured beside steps and slopes, and never 0', () => {
    expect(noiseLevel(noisy(2000, 0.2, steps))).toBeCloseTo(0.2, 1);
    expect(noiseLevel(noisy(2000, 0.2, bends))).toBeCloseTo(0.2, 1);
    expect(noiseLevel(Float64Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : 1)))).toBeGreaterThan(0);
    expect(noiseLevel(Float64Array.from({ length: 100 }, (_, i) => i))).toBeGreaterThan(0);
  });
});

describe('a polynomial fit', () => {
  it('gives level, slope and curvature of what is one', () => {
    const values = Float64Array.from({ length: 40 }, (_, i) => 3 + 0.5 * i + 0.25 * i * i);
    expect(fitPolynomial(values, 2).leading).toBeCloseTo(0.5, 10);
    expect(
      fitPolynomial(
        values.map((_, i) => 3 + 0.5 * i),
        1,
      ).leading,
    ).toBeCloseTo(0.5, 10);
    expect(fitPolynomial(values, 0)).toEqual({
      leading: expect.closeTo(values.reduce((sum, value) => sum + value, 0) / 40, 10) as number,
      variance: expect.closeTo(1 / 40, 12) as number,
    });
  });
});

describe('a signal without noise that is one piece', () => {
  const line = Float64Array.from({ length: 300 }, (_, i) => i);

  it('is described by that piece, whatever the method', () => {
    for (const [values, method] of [
      [line, 'trend'],
      [line, 'quadraticTrend'],
      [line.map((x) => 0.01 * x * x - x), 'quadraticTrend'],
      [line.map(() => 1e6), 'steps'],
    ] as const) {
      const { changes, fit } = described(values, method);
      expect(changes).toEqual([]);
      const largest = Math.max(...values.map(Math.abs));
      fit.forEach((value, i) => expect(Math.abs(value - values[i]!)).toBeLessThan(1e-6 * largest));
    }
  });
});

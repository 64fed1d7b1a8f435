import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { alignCycles } from '../../../src-main/signals/inspect/align-cycles.ts';
import { bestShift } from '../../../src-main/signals/inspect/best-shift.ts';
import { inspectSignal } from '../../../src-main/signals/inspect/inspect-signal.ts';
import { learnSignals } from '../../../src-main/signals/inspect/learn-signals.ts';
import { planWindows } from '../../../src-main/signals/inspect/window-plan.ts';
import { tighteningCurve, tighteningFaults } from '../../../src-main/signals/samples/tightening-curve.ts';
import type { TighteningFault } from '../../../src-main/signals/samples/tightening-curve.ts';

const kernels = createKernels(
  readFileSync(new URL('../../../src-main/numerics/kernels/kernels.wasm', import.meta.url)),
);
const limits = { review: -Math.log10(0.05), reject: -Math.log10(0.02) };

/** The same cycle recorded from another moment on: earlier samples look like the first ones. */
function beginning(cycle: Float64Array, later: number): Float64Array {
  if (later <= 0) return cycle.slice(-later);
  return Float64Array.from({ length: cycle.length + later }, (_, i) => cycle[Math.abs(i - later)] ?? 0);
}

const planOf = (cycles: readonly Float64Array[]) => {
  const plan = planWindows(cycles.map(({ length }) => length));
  if (plan === undefined) throw new Error('too few samples');
  return plan;
};

describe('cycles that begin at different moments', () => {
  const jitter = 40;
  const random = createRandom(3, 'test/jitter');
  const jittered = (name: string, fault: TighteningFault | null = null) => {
    const later = Math.round(jitter * (2 * random.uniform() - 1));
    const { torque, faulty } = tighteningCurve(3, name, fault);
    return { torque: beginning(torque, later), later, faulty };
  };
  const good = Array.from({ length: 30 }, (_, i) => jittered(`good ${i}`));
  const plan = planOf(good.map(({ torque }) => torque));
  const { model, calibration } = learnSignals(
    kernels,
    good.map(({ torque }) => torque),
    plan,
    0,
  );
  const look = (signal: Float64Array) => inspectSignal(kernels, model, calibration, limits, signal);

  it('are laid onto their usual course, by hardly more than good ones need', () => {
    expect(jitter).toBeGreaterThan(plan.stride);
    expect(model.alignment?.most).toBeGreaterThanOrEqual(jitter - plan.stride);
    expect(model.alignment?.most).toBeLessThanOrEqual(plan.partLength / 8);
  });

  it('are rejected no more often than stated where they are good, and said by how much they are late', () => {
    const unseen = Array.from({ length: 150 }, (_, i) => jittered(`unseen ${i}`));
    const looked = unseen.map(({ torque, later }) => ({ later, ...look(torque) }));
    expect(looked.filter(({ decision }) => decision === 'reject').length / 150).toBeLessThan(0.04);
    expect(looked.filter(({ decision }) => decision !== 'pass').length / 150).toBeLessThan(0.09);
    // Screws come to rest at different moments, too.
    const middle = looked.map(({ later, shift }) => (shift ?? 0) - later).sort((a, b) => a - b)[75]!;
    for (const { later, shift } of looked) expect(Math.abs((shift ?? 0) - later - middle)).toBeLessThan(30);
  });

  it.each(tighteningFaults)('with the fault %s are rejected, and marked where it is', (fault) => {
    for (let i = 0; i < 10; i++) {
      const { torque, later, faulty } = jittered(`${fault} ${i}`, fault);
      const { decision, marks } = look(torque);
      expect(decision).toBe('reject');
      const strongest = marks.reduce((a, b) => (b.score > a.score ? b : a));
      expect(strongest.from).toBeLessThan(faulty!.to + later);
      expect(strongest.to).toBeGreaterThan(faulty!.from + later);
    }
  });

  it.each(tighteningFaults)(
    'are moved as far with the fault %s as without: the fault does not mislead',
    (fault) => {
      for (let i = 0; i < 10; i++) {
        const later = 8 * (i - 5);
        const shiftOf = (each: TighteningFault | null) =>
          look(beginning(tighteningCurve(3, `misleading ${i}`, each).torque, later)).shift ?? NaN;
        expect(Math.abs(shiftOf(fault) - shiftOf(null))).toBeLessThanOrEqual(plan.stride);
      }
    },
  );

  it('are not taken for good where they begin far later than any good one', () => {
    const { decision, shift } = look(beginning(tighteningCurve(3, 'far', null).torque, 3 * jitter));
    expect(decision).toBe('reject');
    expect(shift).toBeLessThanOrEqual(model.alignment!.most);
  });
});

describe('cycles are compared as they lie', () => {
  const random = createRandom(4, 'test/still');
  const noisy = (of: (i: number) => number) =>
    Array.from({ length: 20 }, () =>
      Float64Array.from({ length: 400 }, (_, i) => of(i) + 0.05 * random.normal()),
    );

  it.each([
    ['begin together', noisy((i) => Math.sin(i / 30))],
    ['have no course in common', noisy(() => random.normal())],
    [
      'lie apart by less than a window step',
      Array.from({ length: 20 }, (_, i) =>
        Float64Array.from({ length: 400 }, (_, at) => Math.tanh((at - 200 + (i % 5)) / 10)),
      ),
    ],
  ])('where good ones %s', (_, cycles) => {
    const { alignment, shifts } = alignCycles(cycles, planOf(cycles));
    expect(alignment).toBeNull();
    expect(shifts).toEqual(cycles.map(() => 0));
  });

  it('where they are no cycles at all', () => {
    const plan = { ...planOf(noisy((i) => i)), arrangement: 'continuous' } as const;
    const pieces = noisy((i) => Math.sin(i / 30));
    expect(alignCycles(pieces, plan).alignment).toBeNull();
  });
});

describe('the best shift', () => {
  const course = (samples: number, later: number) =>
    Float64Array.from({ length: samples }, (_, i) => {
      const at = (i - later) / samples;
      return Math.tanh(40 * (at - 0.4)) - Math.tanh(80 * (at - 0.8));
    });

  it.each([
    [500, 17],
    [500, -31],
    [20_000, 777],
    [20_000, -1234],
  ])('of a cycle of %i samples is the one that was planted: %i', (samples, later) => {
    const { shift, agreement } = bestShift(course(samples, 0), course(samples, later), samples / 10);
    expect(shift).toBe(later);
    expect(agreement).toBeCloseTo(1, 3);
  });

  it('is none where there is nothing to go by', () => {
    expect(bestShift(new Float64Array(100).fill(2), course(100, 0), 10)).toEqual({ shift: 0, agreement: 0 });
  });

  it('goes no further than it may', () => {
    expect(bestShift(course(500, 0), course(500, 80), 20).shift).toBe(20);
  });
});

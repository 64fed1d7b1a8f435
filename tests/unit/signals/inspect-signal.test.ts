import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { inspectSignal } from '../../../src-main/signals/inspect/inspect-signal.ts';
import { learnSignals } from '../../../src-main/signals/inspect/learn-signals.ts';
import { markStretches } from '../../../src-main/signals/inspect/marks.ts';
import { tellingSamples } from '../../../src-main/signals/inspect/telling-samples.ts';
import { planWindows } from '../../../src-main/signals/inspect/window-plan.ts';
import type { WindowPlan } from '../../../src-main/signals/inspect/window-plan.ts';
import { cutWindows, spreadOverSamples, windowStarts } from '../../../src-main/signals/inspect/windows.ts';
import { tighteningCurve, tighteningFaults } from '../../../src-main/signals/samples/tightening-curve.ts';

const kernels = createKernels(
  readFileSync(new URL('../../../src-main/numerics/kernels/kernels.wasm', import.meta.url)),
);
const limits = { review: -Math.log10(0.05), reject: -Math.log10(0.02) };

function inspector(parts: readonly Float64Array[], plan: WindowPlan) {
  const { model, calibration } = learnSignals(kernels, parts, plan, 0);
  return (signal: Float64Array) => inspectSignal(kernels, model, calibration, limits, signal);
}

const planFor = (lengths: readonly number[], asked?: number) => {
  const plan = planWindows(lengths, asked);
  if (plan === undefined) throw new Error('too few samples');
  return plan;
};

describe('cycles', () => {
  const good = Array.from({ length: 25 }, (_, i) => tighteningCurve(1, `good ${i}`, null).torque);
  const look = inspector(good, planFor(good.map(({ length }) => length)));

  it('that are good are rejected about as seldom as stated', () => {
    const decisions = Array.from(
      { length: 200 },
      (_, i) => look(tighteningCurve(1, `unseen ${i}`, null).torque).decision,
    );
    expect(decisions.filter((decision) => decision === 'reject').length / 200).toBeLessThan(0.06);
    expect(decisions.filter((decision) => decision !== 'pass').length / 200).toBeLessThan(0.12);
  });

  it.each(tighteningFaults)('with the fault %s are rejected, and marked where it is', (fault) => {
    for (let i = 0; i < 10; i++) {
      const { torque, faulty } = tighteningCurve(1, `${fault} ${i}`, fault);
      const { decision, score, marks } = look(torque);
      expect(decision).toBe('reject');
      const strongest = marks.reduce((a, b) => (b.score > a.score ? b : a));
      expect(strongest.score).toBeCloseTo(score, 6);
      expect(strongest.from).toBeLessThan(faulty!.to);
      expect(strongest.to).toBeGreaterThan(faulty!.from);
    }
  });

  it('that lie too high or too low are said to', () => {
    const shifted = (by: number) => tighteningCurve(1, 'shifted', null).torque.map((value) => value + by);
    expect(look(shifted(1)).marks[0]?.fault).toBe('high');
    expect(look(shifted(-1)).marks[0]?.fault).toBe('low');
  });

  it('are rebuilt where they are good', () => {
    const signal = tighteningCurve(1, 'rebuilt', null).torque;
    const { rebuilt } = look(signal);
    const error = Math.sqrt(
      signal.reduce((sum, value, i) => sum + (value - rebuilt[i]!) ** 2, 0) / signal.length,
    );
    expect(error).toBeLessThan(0.1);
  });
});

describe('a continuous signal', () => {
  const random = createRandom(4, 'test/sine');
  const sine = (length: number) =>
    Float64Array.from({ length }, (_, i) => Math.sin((2 * Math.PI * i) / 47) + 0.05 * random.normal());
  const good = sine(12_000);
  const plan = planFor([good.length]);
  const parts = Array.from({ length: Math.floor(good.length / plan.partLength) }, (_, i) =>
    good.subarray(i * plan.partLength, (i + 1) * plan.partLength),
  );
  const look = inspector(parts, plan);

  it('is cut into stretches', () => {
    expect(plan.arrangement).toBe('continuous');
    expect(parts.length).toBeGreaterThanOrEqual(5);
  });

  it('shows the glitches that were planted, and no others', () => {
    const signal = sine(4000);
    const glitches = [700, 1900, 3300];
    for (const at of glitches) for (let i = at; i < at + 12; i++) signal[i] = 0.2;
    const { decision, marks } = look(signal);
    expect(decision).toBe('reject');
    // One that calls for a review only may be noise: that is what the limits say.
    const clear = marks.filter(({ score }) => score >= limits.reject);
    const middles = clear.map(({ from, to }) => (from + to) / 2);
    for (const at of glitches) expect(middles.some((middle) => Math.abs(middle - at - 6) < 40)).toBe(true);
    for (const middle of middles) expect(glitches.some((at) => Math.abs(middle - at - 6) < 40)).toBe(true);
  });

  it.each([1, 8])('without glitches is seldom rejected, however long: %i stretches', (stretches) => {
    const decisions = Array.from({ length: 60 }, () => look(sine(stretches * plan.partLength)).decision);
    expect(decisions.filter((decision) => decision === 'reject').length / 60).toBeLessThan(0.1);
  });
});

describe('the plan', () => {
  it('takes files of about one length for cycles, others for continuous', () => {
    expect(planFor([500, 510, 495, 502, 530])).toMatchObject({ arrangement: 'cycles', partLength: 502 });
    expect(planFor([5000])).toMatchObject({ arrangement: 'continuous' });
    expect(planFor([1000, 4000, 2500, 9000, 700]).arrangement).toBe('continuous');
    expect(planFor([500, 510, 495, 502, 530, 60])).toMatchObject({ arrangement: 'cycles' });
  });

  it('follows a window length that is asked for, and refuses what cannot be cut', () => {
    expect(planFor([500, 510, 495, 502, 530], 64)).toMatchObject({ windowLength: 64, stride: 16 });
    expect(planWindows([500, 510], undefined)).toMatchObject({ arrangement: 'continuous' });
    expect(planWindows([100])).toBeUndefined();
    expect(planWindows([100, 100, 100, 100, 100], 100)).toBeUndefined();
  });
});

describe('windows', () => {
  const plan = { arrangement: 'cycles', partLength: 40, windowLength: 16, stride: 4 } as const;

  it('cover a signal of any length from its first sample to its last, each without its mean', () => {
    for (const samples of [16, 17, 31, 40]) {
      const starts = windowStarts(samples, plan);
      expect([starts[0], starts.at(-1)]).toEqual([0, samples - 16]);
    }
    const { values, means } = cutWindows(
      Float64Array.from({ length: 20 }, (_, i) => i),
      plan,
    );
    expect(Array.from(means)).toEqual([7.5, 11.5]);
    expect(values.subarray(0, 16).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
  });

  it('give a sample the mean of what they say, and less where few of them lie', () => {
    const starts = windowStarts(40, plan);
    const spread = spreadOverSamples(new Array<number>(starts.length).fill(1), starts, 40, plan);
    expect([spread[0], spread[20], spread[39]]).toEqual([0.25, 1, 0.25]);
  });
});

describe('marks', () => {
  it('are stretches above the limit without the halo of their windows', () => {
    const evidence = Float64Array.from([0, 2, 2, 9, 9, 2, 2, 0, 0, 3, 3]);
    expect(markStretches(evidence, 2, 1)).toMatchObject([
      { from: 2, to: 6, evidence: 9, peak: 3 },
      { from: 9, to: 11, evidence: 3 },
    ]);
    expect(markStretches(evidence, 2, 8)[0]).toMatchObject({ from: 3, to: 5 });
    expect(markStretches(evidence, 10, 1)).toEqual([]);
  });
});

describe('a long signal in few points', () => {
  it('shows the sample of each stretch that is least like what was rebuilt', () => {
    const measured = new Float64Array(1000);
    measured[503] = 7;
    const { by, samples } = tellingSamples(measured, new Float64Array(1000), 100);
    expect(by).toBe(10);
    expect(samples).toHaveLength(100);
    expect(samples[50]).toBe(503);
  });
});

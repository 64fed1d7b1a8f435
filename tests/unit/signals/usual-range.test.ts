import { describe, expect, it } from 'vitest';
import { rangeAt, usualRange } from '../../../src-main/signals/inspect/usual-range.ts';

const ramp = (length: number, offset: number) => Float64Array.from({ length }, (_, i) => i + offset);

describe('the range of good cycles', () => {
  it('holds 95 % of them at each moment, and leaves the rarest out', () => {
    const cycles = Array.from({ length: 41 }, (_, i) => ramp(10, i));
    const { lowest, highest } = usualRange(
      cycles,
      cycles.map(() => 0),
    );
    for (const [i, low] of lowest.entries()) {
      expect(low).toBeCloseTo(i + 1, 9);
      expect(highest[i]).toBeCloseTo(i + 39, 9);
    }
  });

  it('is that of cycles laid onto each other', () => {
    // The same course, recorded from later and later on.
    const cycles = [0, 3, 5].map((later) => ramp(20 + later, -later));
    const range = usualRange(cycles, [0, 3, 5]);
    expect([...range.lowest.subarray(0, 20)]).toEqual([...ramp(20, 0)]);
    const [lowest, highest] = rangeAt(range, 4, [0, 4, 10]);
    expect([...lowest]).toEqual([NaN, 0, 6]);
    expect([...highest]).toEqual([NaN, 0, 6]);
  });

  it('ends where fewer than half of them reach', () => {
    const cycles = [8, 8, 12, 15, 20].map((length) => ramp(length, 0));
    const { lowest } = usualRange(cycles, [0, 0, 0, 0, 0]);
    expect(lowest[11]).toBe(11);
    expect(lowest[12]).toBeNaN();
  });

  it('is found from a share of very many', () => {
    const cycles = Array.from({ length: 1000 }, (_, i) => ramp(5, i / 1000));
    const { lowest, highest } = usualRange(
      cycles,
      cycles.map(() => 0),
    );
    expect(lowest[0]).toBeCloseTo(0.025, 1);
    expect(highest[0]).toBeCloseTo(0.975, 1);
  });
});

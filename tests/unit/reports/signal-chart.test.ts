import { expect, it } from 'vitest';
import { layOutSignal } from '../../../src-main/reports/chart/signal-chart.ts';

const labels = {
  values: 'Torque [Nm]',
  scores: 'Score',
  places: 'Time [s]',
  measured: 'Measured',
  rebuilt: 'Rebuilt',
  usual: 'Usual',
  number: String,
};

const chart = (change: Partial<Parameters<typeof layOutSignal>[0]> = {}) =>
  layOutSignal(
    {
      measured: [0, 1, 2, 3],
      rebuilt: [0, 1, 1, 3],
      scores: [0, 0, 5, 0],
      usual: null,
      samples: 400,
      marks: [{ from: 200, to: 300 }],
      markFrom: 1.3,
      perSample: 0.01,
      ...change,
    },
    labels,
  );

it('a signal is drawn within its panels, in time from its first sample to its last', () => {
  const { panels, placeTicks, width, height } = chart();
  for (const { plot, lines } of panels) {
    for (const [x, y] of lines.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(plot.x);
      expect(x).toBeLessThanOrEqual(plot.x + plot.width);
      expect(y).toBeGreaterThanOrEqual(plot.y);
      expect(y).toBeLessThanOrEqual(plot.y + plot.height);
    }
    expect(plot.x + plot.width).toBeLessThanOrEqual(width);
    expect(plot.y + plot.height).toBeLessThan(height);
  }
  expect([placeTicks[0]?.label, placeTicks.at(-1)?.label]).toEqual(['0', '4']);
});

it('the stretch that differs lies behind both panels, however short it is', () => {
  const { bands, panels } = chart();
  const [band] = bands;
  const plots = panels.map(({ plot }) => plot);
  expect(band?.x).toBeCloseTo((plots[0]?.x ?? 0) + (plots[0]?.width ?? 0) / 2);
  expect(band?.y).toBe(plots[0]?.y);
  expect((band?.y ?? 0) + (band?.height ?? 0)).toBe((plots[1]?.y ?? 0) + (plots[1]?.height ?? 0));
  const [glitch] = chart({ marks: [{ from: 200, to: 201 }] }).bands;
  expect(glitch?.width).toBeGreaterThanOrEqual(2);
});

it('where good signals lie is outlined within the first panel, as far as they reach', () => {
  const { panels, legend } = chart({
    usual: { lowest: [null, -4, -4, null], highest: [null, 5, 6, null] },
  });
  const [values, scores] = panels;
  expect(values?.usual).toHaveLength(4);
  for (const [, y] of values?.usual ?? []) {
    expect(y).toBeGreaterThanOrEqual(values?.plot.y ?? 0);
    expect(y).toBeLessThanOrEqual((values?.plot.y ?? 0) + (values?.plot.height ?? 0));
  }
  expect(scores?.usual).toEqual([]);
  expect(legend.map(({ label }) => label)).toContain('Usual');
  expect(chart().legend.map(({ label }) => label)).not.toContain('Usual');
});

it('a signal that hardly changes and one without a fault have axes, too', () => {
  const { panels } = chart({ measured: [2, 2], rebuilt: [2, 2], scores: [0, 0], marks: [] });
  for (const { ticks } of panels) expect(ticks.length).toBeGreaterThan(1);
});

import { alpha } from '@mantine/core';
import type { ChartOptions } from 'chart.js';
import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { useMemo } from 'react';
import { Scatter } from 'react-chartjs-2';
import { useFormat } from '../i18n/format.ts';
import { axis, tooltip } from './chart-options.ts';
import { useChartTheme } from './chart-theme.ts';
import type { ChartTheme, Tone } from './chart-theme.ts';
import './register-charts.ts';

export interface SignalLine {
  key: string;
  label: string;
  tone: Tone;
  /** One for each place; NaN where there is none. */
  values: ArrayLike<number>;
}

/** Between two values at each place; NaN where there are none. */
export interface SignalBand {
  lowest: ArrayLike<number>;
  highest: ArrayLike<number>;
}

export interface SignalChartProps {
  /** What a screen reader says of the chart. */
  description: string;
  /** Where the points of all lines lie along the axis, ascending. */
  places: ArrayLike<number>;
  /** Where the axis ends; it begins at 0. */
  end: number;
  /** The first is drawn over the others. */
  lines: readonly SignalLine[];
  /** Behind the lines. */
  band?: SignalBand;
  /** Stretches of the axis that are pointed out. */
  shaded?: readonly { readonly from: number; readonly to: number }[];
  /** Places where something changes. */
  changes?: readonly number[];
  /** A value that is not to be reached. */
  level?: number;
  /** Left out where the chart below has the same axis. */
  xTitle?: string;
  yTitle: string;
  fromZero?: boolean;
  /** In pixels. @default 320 */
  height?: number;
}

const none: readonly never[] = [];

export const bandColour = (theme: ChartTheme) => alpha(theme.tones.unlabelled, 0.5);

const pointsOf = (places: ArrayLike<number>, values: ArrayLike<number>) =>
  Array.from(places, (x, point) => ({ x, y: values[point] ?? NaN }));

/** Signals over a common axis, with stretches and places that are pointed out. */
export function SignalChart(props: SignalChartProps) {
  const { description, places, end, lines, band, shaded = none, changes = none, level } = props;
  const { xTitle, yTitle, fromZero = false, height = 320 } = props;
  const theme = useChartTheme();
  const { number } = useFormat();

  const data = useMemo(
    () => ({
      datasets: [
        ...lines.map(({ label, tone, values }, i) => ({
          label,
          data: pointsOf(places, values),
          showLine: true,
          // Where both are the same, the one below is seen around the one above.
          borderColor: i === 0 ? theme.tones[tone] : alpha(theme.tones[tone], 0.5),
          backgroundColor: theme.tones[tone],
          borderWidth: i === 0 ? 1.5 : 4,
          borderJoinStyle: 'round' as const,
          pointRadius: 0,
          pointHitRadius: 8,
          pointHoverRadius: 3,
        })),
        ...(band === undefined ? [] : [band.highest, band.lowest]).map((values, i) => ({
          data: pointsOf(places, values),
          showLine: true,
          fill: i === 0 ? ('+1' as const) : false,
          // Where good parts agree the band is narrow, and its edge is what is seen.
          borderWidth: 1,
          borderColor: bandColour(theme),
          backgroundColor: bandColour(theme),
          pointRadius: 0,
          pointHitRadius: 0,
          pointHoverRadius: 0,
        })),
      ],
    }),
    [places, lines, band, theme],
  );

  const options = useMemo((): ChartOptions<'scatter'> => {
    const annotations: AnnotationOptions[] = [
      ...shaded.map(({ from, to }) => ({
        type: 'box' as const,
        xMin: from,
        xMax: to,
        backgroundColor: alpha(theme.tones.reject, 0.2),
        borderWidth: 0,
        drawTime: 'beforeDatasetsDraw' as const,
      })),
      ...changes.map((place) => ({
        type: 'line' as const,
        xMin: place,
        xMax: place,
        // Many side by side must not hide the signal.
        borderColor: alpha(theme.tones.defective, changes.length > 30 ? 0.35 : 0.9),
        borderWidth: 1,
        borderDash: [4, 3],
        drawTime: 'beforeDatasetsDraw' as const,
      })),
      ...(level === undefined
        ? []
        : [
            {
              type: 'line' as const,
              yMin: level,
              yMax: level,
              borderColor: theme.tones.reject,
              borderWidth: 1,
              borderDash: [4, 3],
            },
          ]),
    ];
    const scale = (title: string | undefined, most: number) => ({
      ...axis(theme, title),
      ticks: {
        ...axis(theme, title).ticks,
        maxTicksLimit: most,
        callback: (value: string | number) => number(Number(value), 3),
      },
    });
    return {
      normalized: true,
      parsing: false,
      layout: { padding: { top: 8, right: 12 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          ...scale(xTitle, 10),
          type: 'linear',
          min: 0,
          max: end,
          ticks: { ...scale(xTitle, 10).ticks, includeBounds: false },
        },
        // The same width of labels whatever they are, so that charts below each other stay aligned.
        y: {
          ...scale(yTitle, height < 200 ? 4 : 9),
          beginAtZero: fromZero,
          afterFit: (fitted) => {
            fitted.width = 72;
          },
        },
      },
      plugins: {
        legend: { display: false },
        annotation: { annotations },
        tooltip: {
          ...tooltip(theme),
          filter: ({ dataset }) => dataset.label !== undefined,
          callbacks: {
            label: ({ dataset, parsed }) =>
              ` ${dataset.label ?? ''}: ${number(parsed.x ?? 0, 3)}, ${number(parsed.y ?? 0, 3)}`,
          },
        },
      },
    };
  }, [shaded, changes, level, end, theme, xTitle, yTitle, fromZero, height, number]);

  return (
    <div style={{ position: 'relative', height }}>
      <Scatter role="img" aria-label={description} data={data} options={options} />
    </div>
  );
}

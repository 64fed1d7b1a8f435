import type { ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Scatter } from 'react-chartjs-2';
import { useFormat } from '../i18n/format.ts';
import { axis, tooltip } from './chart-options.ts';
import { useChartTheme } from './chart-theme.ts';
import type { Tone } from './chart-theme.ts';
import './register-charts.ts';

export interface Point {
  x: number;
  y: number;
}

export interface LineSeries {
  key: string;
  label: string;
  points: readonly Point[];
  tone: Tone;
  /** Only a guide for the eye. */
  dashed?: boolean;
  /** Only its points, each marked so; a line through them when left out. */
  mark?: 'circle' | 'triangle' | 'rectRot';
  /** A step around each point: counts of bins. */
  stepped?: boolean;
}

/** A single point that is pointed out, with its name beside it. */
export interface MarkedPoint extends Point {
  key: string;
  label: string;
  tone: Tone;
}

export interface LineChartProps {
  /** What a screen reader says of the chart. */
  description: string;
  series: readonly LineSeries[];
  marked?: readonly MarkedPoint[];
  xTitle: string;
  yTitle: string;
  /** Both axes are shares in [0, 1]. */
  shares?: boolean;
  /** Decades of y, for values that fall by orders. */
  logarithmic?: boolean;
  /** Whether y begins at 0, so that small changes look small. */
  fromZero?: boolean;
  /** What is said of a point under the pointer; its coordinates when left out. */
  pointText?: (seriesKey: string, index: number) => string;
  /** The point of a series that is nearest to a click. */
  onPick?: (seriesKey: string, index: number) => void;
  /** In pixels. @default 220 */
  height?: number;
}

const noMarks: readonly MarkedPoint[] = [];

/** Lines through points over an axis of numbers. */
export function LineChart(props: LineChartProps) {
  const {
    description,
    series,
    marked = noMarks,
    xTitle,
    yTitle,
    shares = false,
    logarithmic = false,
    fromZero = false,
  } = props;
  const { pointText, onPick, height = 220 } = props;
  const theme = useChartTheme();
  const { number, percent } = useFormat();

  const data = useMemo(
    () => ({
      datasets: [
        ...series.map(({ label, points, tone, dashed = false, mark, stepped = false }) => ({
          label,
          data: [...points],
          showLine: mark === undefined,
          stepped: stepped && ('middle' as const),
          pointStyle: mark ?? ('circle' as const),
          // A line along the edge of the plot keeps its width.
          clip: 4,
          borderColor: theme.tones[tone],
          backgroundColor: theme.tones[tone],
          borderWidth: dashed ? 1 : 2,
          ...(dashed ? { borderDash: [4, 4] } : {}),
          // A ring, so that what lies on it is seen.
          ...(mark === 'circle' ? { pointBackgroundColor: 'transparent', pointBorderWidth: 2 } : {}),
          pointRadius: mark === 'circle' ? 7 : mark !== undefined ? 5 : points.length === 1 ? 3 : 0,
          pointHitRadius: dashed ? 0 : 12,
          pointHoverRadius: dashed ? 0 : 4,
          order: 1,
        })),
        ...marked.map(({ label, tone, x, y }) => ({
          label,
          data: [{ x, y }],
          showLine: false,
          clip: false as const,
          borderColor: theme.surface,
          borderWidth: 2,
          backgroundColor: theme.tones[tone],
          pointRadius: 6,
          pointHoverRadius: 7,
          pointHitRadius: 0,
          order: 0,
        })),
      ],
    }),
    [series, marked, theme],
  );

  const options = useMemo((): ChartOptions<'scatter'> => {
    const written = (value: number) => (shares ? percent(value, 1) : number(value, 3));
    const scale = (title: string) => ({
      ...axis(theme, title),
      ...(shares ? { min: 0, max: 1 } : {}),
      ticks: {
        ...axis(theme, title).ticks,
        maxTicksLimit: 6,
        callback: (value: string | number) => (shares ? percent(Number(value)) : number(Number(value), 3)),
      },
    });
    return {
      layout: { padding: { top: 8, right: 12 } },
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      scales: {
        x: { ...scale(xTitle), type: 'linear' },
        y: { ...scale(yTitle), type: logarithmic ? 'logarithmic' : 'linear', beginAtZero: fromZero },
      },
      plugins: {
        legend: { display: false },
        annotation: {
          annotations: marked.map(({ x, y, label, tone }) => ({
            type: 'label' as const,
            xValue: x,
            yValue: y,
            content: label,
            color: theme.tones[tone],
            font: { family: theme.font, size: 11, weight: 'bold' as const },
            position: { x: x > 0.6 ? ('end' as const) : ('start' as const), y: 'center' as const },
            xAdjust: x > 0.6 ? -8 : 8,
            yAdjust: y > 0.5 ? 12 : -12,
          })),
        },
        tooltip: {
          ...tooltip(theme),
          filter: ({ datasetIndex }) => series[datasetIndex]?.dashed !== true,
          callbacks: {
            label: ({ datasetIndex, dataIndex, dataset, parsed }) => {
              const key = series[datasetIndex]?.key;
              if (key !== undefined && pointText !== undefined) return ` ${pointText(key, dataIndex)}`;
              return ` ${dataset.label ?? ''}: ${written(parsed.x ?? 0)}, ${written(parsed.y ?? 0)}`;
            },
          },
        },
      },
      onHover: (_event, elements, chart) => {
        chart.canvas.style.cursor = onPick !== undefined && elements.length > 0 ? 'pointer' : '';
      },
      onClick: (_event, elements) => {
        const element = elements.find(({ datasetIndex }) => series[datasetIndex]?.dashed !== true);
        const key = element === undefined ? undefined : series[element.datasetIndex]?.key;
        if (element !== undefined && key !== undefined) onPick?.(key, element.index);
      },
    };
  }, [
    series,
    marked,
    theme,
    xTitle,
    yTitle,
    shares,
    logarithmic,
    fromZero,
    number,
    percent,
    pointText,
    onPick,
  ]);

  return (
    <div style={{ position: 'relative', height }}>
      <Scatter role="img" aria-label={description} data={data} options={options} />
    </div>
  );
}

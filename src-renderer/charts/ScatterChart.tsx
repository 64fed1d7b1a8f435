import type { ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Scatter } from 'react-chartjs-2';
import { axis, tooltip } from './chart-options.ts';
import { useChartTheme } from './chart-theme.ts';
import type { Tone } from './chart-theme.ts';
import { Legend } from './Legend.tsx';
import './register-charts.ts';

export interface ScatterPoint {
  x: number;
  y: number;
  id: number;
}

export interface ScatterGroup {
  key: string;
  label: string;
  tone: Tone;
  points: readonly ScatterPoint[];
}

export interface ScatterChartProps {
  /** What a screen reader says of the chart. */
  description: string;
  groups: readonly ScatterGroup[];
  xTitle: string;
  yTitle: string;
  /** What is said of a point under the pointer. */
  pointText: (id: number) => string;
  /** The points at a place that was clicked. */
  onPick: (ids: number[]) => void;
  /** In pixels. @default 260 */
  height?: number;
}

/** One shape for each decision, so that none is told by colour alone. */
const shapes: Partial<Record<Tone, 'circle' | 'triangle' | 'rectRot'>> = {
  pass: 'circle',
  review: 'triangle',
  reject: 'rectRot',
};
/** More would fill the window. */
const linesInTooltip = 6;

/** Points of several kinds over two axes of numbers. */
export function ScatterChart(props: ScatterChartProps) {
  const { description, xTitle, yTitle, pointText, onPick, height = 260 } = props;
  const theme = useChartTheme();
  // What is drawn without being parsed has to be in the order of its axis.
  const groups = useMemo(
    () => props.groups.map((group) => ({ ...group, points: group.points.toSorted((a, b) => a.x - b.x) })),
    [props.groups],
  );
  const data = useMemo(
    () => ({
      datasets: groups.map(({ label, tone, points }) => ({
        label,
        data: points,
        parsing: false as const,
        pointStyle: shapes[tone] ?? ('circle' as const),
        backgroundColor: `${theme.tones[tone]}99`,
        borderColor: theme.tones[tone],
        borderWidth: 1,
        pointRadius: tone === 'pass' ? 3.5 : 5,
        pointHoverRadius: 7,
        pointHitRadius: 3,
      })),
    }),
    [groups, theme],
  );
  const options = useMemo((): ChartOptions<'scatter'> => {
    const idAt = ({ datasetIndex, index }: { datasetIndex: number; index: number }) =>
      groups[datasetIndex]?.points[index]?.id;
    return {
      layout: { padding: { top: 8, right: 12 } },
      interaction: { mode: 'point', intersect: true },
      scales: {
        x: { ...axis(theme, xTitle), type: 'linear', grace: '3%' },
        y: { ...axis(theme, yTitle), type: 'linear', grace: '3%' },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltip(theme),
          filter: (_item, place) => place < linesInTooltip,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const id = idAt({ datasetIndex, index: dataIndex });
              return id === undefined ? '' : ` ${pointText(id)}`;
            },
          },
        },
      },
      onHover: (_event, elements, chart) => {
        chart.canvas.style.cursor = elements.length > 0 ? 'pointer' : '';
      },
      onClick: (_event, elements) => {
        const ids = elements.map(idAt).filter((id) => id !== undefined);
        if (ids.length > 0) onPick(ids);
      },
    };
  }, [groups, theme, xTitle, yTitle, pointText, onPick]);

  return (
    <div>
      <div style={{ position: 'relative', height }}>
        <Scatter role="img" aria-label={description} data={data} options={options} />
      </div>
      <Legend
        entries={groups.map(({ key, label, tone, points }) => ({
          key,
          label,
          colour: theme.tones[tone],
          shape: shapes[tone] ?? 'circle',
          count: points.length,
        }))}
      />
    </div>
  );
}

import type { ActiveElement, Chart, ChartEvent, ChartOptions } from 'chart.js';
import { rangeOfBin } from './bin-values.ts';
import type { Bins, ValueRange } from './bin-values.ts';
import { axis, tooltip } from './chart-options.ts';
import type { ChartTheme } from './chart-theme.ts';

/** The same for all panels, so that they share their left edge. */
const countAxisWidth = 44;
/** Room above the bars for the handles of the limits. */
const handleRoom = 46;

/** How much higher than its highest bar a panel is: its title stands above the bars. */
const titleRoom = 1.28;

export const panelOf = (seriesKey: string): string => `y-${seriesKey}`;

export interface HistogramOptions {
  theme: ChartTheme;
  bins: Bins;
  seriesKeys: readonly string[];
  /** The highest bar of each series. */
  highest: readonly number[];
  valueTitle: string;
  hasLimits: boolean;
  number: (value: number) => string;
  value: (value: number) => string;
  onPick: ((seriesKey: string, range: ValueRange) => void) | undefined;
}

/** One panel for each series, the first on top, over one axis of values. */
export function histogramOptions(wanted: HistogramOptions): ChartOptions<'bar'> {
  const { theme, bins, seriesKeys, highest, valueTitle, hasLimits, number, value, onPick } = wanted;
  const counts = axis(theme, undefined);
  const panel = {
    ...counts,
    type: 'linear' as const,
    axis: 'y' as const,
    position: 'left' as const,
    stack: 'panels',
    min: 0,
    afterFit: (scale: { width: number }) => {
      scale.width = countAxisWidth;
    },
    ticks: { ...counts.ticks, precision: 0, maxTicksLimit: 4, includeBounds: false },
  };
  const panelUpTo = (count: number) => ({
    ...panel,
    max: titleRoom * count,
    // A number in the room of the title would stand in that of the panel above.
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = scale.ticks.filter(({ value: tick }) => tick <= count);
    },
  });
  const pickAt = (event: ChartEvent, elements: ActiveElement[], chart: Chart) => {
    const element = elements.find(({ datasetIndex }) => isInPanel(chart, seriesKeys[datasetIndex], event.y));
    const key = element === undefined ? undefined : seriesKeys[element.datasetIndex];
    if (element === undefined || key === undefined) return null;
    const count = chart.data.datasets[element.datasetIndex]?.data[element.index];
    const isEmpty = typeof count !== 'object' || count === null || !('y' in count) || count.y === null;
    return isEmpty ? null : { key, range: rangeOfBin(bins, element.index) };
  };
  return {
    interaction: { mode: 'x', intersect: false },
    layout: { padding: { top: hasLimits ? handleRoom : 4, right: 12 } },
    scales: {
      x: {
        ...axis(theme, valueTitle),
        type: 'linear',
        min: bins.edges[0] ?? 0,
        max: bins.edges.at(-1) ?? 1,
        offset: false,
        ticks: { ...axis(theme, valueTitle).ticks, includeBounds: false },
      },
      // Stacked axes are laid out from the bottom up.
      ...Object.fromEntries(
        seriesKeys
          .map((key, i) => [panelOf(key), panelUpTo(Math.max(1, highest[i] ?? 0))] as const)
          .toReversed(),
      ),
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        ...tooltip(theme),
        callbacks: {
          title: ([item]) => (item === undefined ? '' : rangeText(rangeOfBin(bins, item.dataIndex), value)),
          label: ({ dataset, parsed }) => ` ${dataset.label ?? ''}: ${number(parsed.y ?? 0)}`,
        },
      },
    },
    onHover: (event, elements, chart) => {
      const isBar = onPick !== undefined && pickAt(event, elements, chart) !== null;
      chart.canvas.style.cursor = isBar ? 'pointer' : '';
    },
    onClick: (event, elements, chart) => {
      const picked = pickAt(event, elements, chart);
      if (picked !== null) onPick?.(picked.key, picked.range);
    },
  };
}

function isInPanel(chart: Chart, seriesKey: string | undefined, y: number | null): boolean {
  const scale = seriesKey === undefined ? undefined : chart.scales[panelOf(seriesKey)];
  return scale !== undefined && y !== null && y >= scale.top && y <= scale.bottom;
}

/** Written the same in every language. */
export function rangeText({ from, below }: ValueRange, value: (value: number) => string): string {
  return below === null ? `≥ ${value(from)}` : `${value(from)} – ${value(below)}`;
}

import { useMemo } from 'react';
import { Bar } from 'react-chartjs-2';
import type { Limits } from '../../src-shared/domain/decision.ts';
import { useFormat } from '../i18n/format.ts';
import { binsFor, countInBins } from './bin-values.ts';
import type { Bins, ValueRange } from './bin-values.ts';
import { useChartTheme } from './chart-theme.ts';
import type { Tone } from './chart-theme.ts';
import classes from './Histogram.module.css';
import { histogramOptions, panelOf } from './histogram-options.ts';
import { HistogramLimits } from './HistogramLimits.tsx';
import { usePlotGeometry } from './plot-geometry.ts';
import './register-charts.ts';

export interface HistogramSeries {
  key: string;
  /** What the series is, in words. */
  label: string;
  values: readonly number[];
  tone: Tone;
}

export interface HistogramProps {
  /** What a screen reader says of the chart. */
  description: string;
  /** One panel each, one above the other over a common axis: series may differ in size by orders. */
  series: readonly HistogramSeries[];
  valueTitle: string;
  /** Lines at the two limits. */
  limits?: Limits;
  /** Lets the limits be moved. */
  onLimitsChange?: (limits: Limits) => void;
  /** For bins that stay as they are while limits move; found from values and limits when left out. */
  bins?: Bins;
  /** A bar was clicked. */
  onPick?: (seriesKey: string, range: ValueRange) => void;
  /** In pixels, or as tall as its place with at least so many. @default 260 */
  height?: number | { least: number };
}

/** How often which value occurs, in panels above one another, with limits that can be moved. */
export function Histogram(props: HistogramProps) {
  const { description, series, valueTitle, limits, onLimitsChange, onPick, height = 260 } = props;
  const theme = useChartTheme();
  const { number, fixed } = useFormat();
  const found = useMemo(
    () =>
      binsFor(
        series.flatMap(({ values }) => values),
        limits === undefined ? [] : [limits.review, limits.reject],
      ),
    [series, limits],
  );
  const bins = props.bins ?? found;
  const hasLimits = limits !== undefined;
  const [geometry, geometryPlugin] = usePlotGeometry('histogram');
  const plugins = useMemo(() => [geometryPlugin], [geometryPlugin]);

  const counted = useMemo(() => series.map(({ values }) => countInBins(values, bins)), [series, bins]);
  const data = useMemo(
    () => ({
      datasets: series.map(({ key, label, tone }, i) => ({
        label,
        yAxisID: panelOf(key),
        data: (counted[i] ?? []).map((count, bin) => ({
          x: ((bins.edges[bin] ?? 0) + (bins.edges[bin + 1] ?? 0)) / 2,
          // Nothing is drawn for an empty bin, while a single part among thousands stays visible.
          y: count === 0 ? null : count,
        })),
        backgroundColor: theme.tones[tone],
        barPercentage: 0.96,
        categoryPercentage: 1,
        grouped: false,
        minBarLength: 3,
      })),
    }),
    [series, counted, bins, theme],
  );
  const options = useMemo(
    () =>
      histogramOptions({
        theme,
        bins,
        seriesKeys: series.map(({ key }) => key),
        highest: counted.map((counts) => Math.max(...counts)),
        valueTitle,
        hasLimits,
        number: (value) => number(value),
        value: (value) => fixed(value, 2),
        onPick,
      }),
    [theme, bins, series, counted, valueTitle, hasLimits, number, fixed, onPick],
  );

  return (
    <div
      className={classes.box}
      style={typeof height === 'number' ? { height } : { minHeight: height.least, flex: 1 }}
    >
      <Bar
        className={classes.canvas}
        role="img"
        aria-label={description}
        data={data}
        options={options}
        plugins={plugins}
      />
      {geometry !== null &&
        series.map(({ key, label, values, tone }) => (
          <span
            key={key}
            className={classes.panelTitle}
            style={{
              right: `calc(100% - ${geometry.right}px)`,
              top: geometry.panels[panelOf(key)]?.top ?? 0,
            }}
          >
            <span className={classes.swatch} style={{ background: theme.tones[tone] }} />
            {label} ({number(values.length)})
          </span>
        ))}
      {geometry !== null && limits !== undefined && (
        <HistogramLimits
          limits={limits}
          min={bins.edges[0] ?? 0}
          max={bins.edges.at(-1) ?? 1}
          geometry={geometry}
          onChange={onLimitsChange}
        />
      )}
    </div>
  );
}

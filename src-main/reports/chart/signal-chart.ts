import type { Box } from './histogram-chart.ts';
import { niceTicks } from './nice-ticks.ts';

/** A line through points, in points of the drawing. */
export interface SignalLine {
  style: 'measured' | 'rebuilt' | 'score';
  points: (readonly [x: number, y: number])[];
}

/** A curve panel with its axis of values. */
export interface SignalPanel {
  title: string;
  plot: Box;
  ticks: { y: number; label: string }[];
  /** The outline of where good signals lie, behind the lines; empty where nothing is known of it. */
  usual: SignalLine['points'];
  lines: SignalLine[];
}

/** Where everything goes in the drawing of a signal; each format only strokes and fills it. Lengths in points. */
export interface SignalChart {
  width: number;
  height: number;
  panels: SignalPanel[];
  /** Stretches that differ, behind both panels. */
  bands: Box[];
  /** From which score on places are marked. */
  limit: { y: number; left: number; right: number };
  placeTicks: { x: number; label: string }[];
  placeAxis: { x: number; y: number; title: string };
  legend: { style: SignalLine['style'] | 'usual'; label: string }[];
}

export interface SignalSource {
  measured: readonly number[];
  rebuilt: readonly number[];
  scores: readonly number[];
  /** Between what most good signals lie at each point; null where they do not reach, or are not compared so. */
  usual: { lowest: readonly (number | null)[]; highest: readonly (number | null)[] } | null;
  /** Samples of the whole signal. */
  samples: number;
  /** In samples. */
  marks: readonly { from: number; to: number }[];
  /** From which score on places are marked. */
  markFrom: number;
  /** What the axis counts in for each sample: time, or 1. */
  perSample: number;
}

export interface SignalLabels {
  values: string;
  scores: string;
  places: string;
  measured: string;
  rebuilt: string;
  usual: string;
  number: (value: number) => string;
}

const width = 510;
const left = 40;
const right = 8;
const titleHeight = 16;
const heights = { values: 230, scores: 80 };
const gap = 8;
const axisHeight = 30;
/** A glitch of a few samples must stay visible. */
const narrowestBand = 2;

/** Lays out what was measured over what was rebuilt and where good signals lie, and below how unusual each place is. */
export function layOutSignal(source: SignalSource, labels: SignalLabels): SignalChart {
  const plotWidth = width - left - right;
  const toX = (sample: number) => left + (sample / source.samples) * plotWidth;
  const values = { x: left, y: titleHeight, width: plotWidth, height: heights.values };
  const scores = {
    x: left,
    y: values.y + values.height + gap + titleHeight,
    width: plotWidth,
    height: heights.scores,
  };
  const bottom = scores.y + scores.height;
  const { lowest: low, highest: high } = source.usual ?? { lowest: [], highest: [] };
  const bounds = [...low, ...high].filter((value) => value !== null);
  const shown = [...source.measured, ...source.rebuilt, ...bounds];
  const [lowest, highest] = withAir(Math.min(...shown), Math.max(...shown));
  const toY = scaleOf(values, lowest, highest);
  const mostScore = Math.max(1.25 * source.markFrom, 1.05 * Math.max(...source.scores));
  const toScoreY = scaleOf(scores, 0, mostScore);
  const points = (series: readonly (number | null)[], y: (value: number) => number) =>
    series.flatMap((value, i) =>
      value === null ? [] : [[toX(((i + 0.5) / series.length) * source.samples), y(value)] as const],
    );
  const line = (style: SignalLine['style'], series: readonly number[], y: (value: number) => number) => ({
    style,
    points: points(series, y),
  });
  const ticks = (from: number, to: number, count: number, y: (value: number) => number) =>
    niceTicks(from, to, count).map((value) => ({ y: y(value), label: labels.number(value) }));
  const last = source.samples * source.perSample;
  return {
    width,
    height: bottom + axisHeight,
    panels: [
      {
        title: labels.values,
        plot: values,
        ticks: ticks(lowest, highest, 5, toY),
        usual: [...points(low, toY), ...points(high, toY).reverse()],
        lines: [line('rebuilt', source.rebuilt, toY), line('measured', source.measured, toY)],
      },
      {
        title: labels.scores,
        plot: scores,
        ticks: ticks(0, mostScore, 3, toScoreY),
        usual: [],
        lines: [line('score', source.scores, toScoreY)],
      },
    ],
    bands: source.marks.map(({ from, to }) => ({
      x: toX(from),
      y: values.y,
      width: Math.max(narrowestBand, toX(to) - toX(from)),
      height: bottom - values.y,
    })),
    limit: { y: toScoreY(source.markFrom), left, right: left + plotWidth },
    placeTicks: niceTicks(0, last, 8).map((place) => ({
      x: toX(place / source.perSample),
      label: labels.number(place),
    })),
    placeAxis: { x: left + plotWidth / 2, y: bottom + axisHeight - 5, title: labels.places },
    legend: [
      { style: 'measured', label: labels.measured },
      { style: 'rebuilt', label: labels.rebuilt },
      ...(bounds.length === 0 ? [] : [{ style: 'usual' as const, label: labels.usual }]),
    ],
  };
}

function withAir(lowest: number, highest: number): [number, number] {
  const air = 0.05 * (highest - lowest) || 1;
  return [lowest - air, highest + air];
}

const scaleOf = (plot: Box, lowest: number, highest: number) => (value: number) =>
  plot.y + (1 - (value - lowest) / (highest - lowest)) * plot.height;

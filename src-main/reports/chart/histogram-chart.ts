import type { Limits } from '../../../src-shared/domain/decision.ts';
import { niceTicks } from './nice-ticks.ts';

/** A line or box in points; x to the right, y down, origin at the chart's top left. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One histogram of the pair: its title, bars and count axis. */
export interface HistogramPanel {
  series: 'inspected' | 'good';
  title: string;
  plot: Box;
  bars: (Box & { count: number })[];
  countTicks: { y: number; label: string }[];
}

/** Where everything goes in the drawing of the scores; each format only strokes and fills it. Lengths in points. */
export interface HistogramChart {
  width: number;
  height: number;
  panels: HistogramPanel[];
  scoreTicks: { x: number; label: string }[];
  scoreAxis: { x: number; y: number; title: string };
  limitLines: {
    limit: 'review' | 'reject';
    x: number;
    top: number;
    bottom: number;
    label: string;
    /** Side of the line on which the label stands. */
    side: 'start' | 'end';
  }[];
}

export interface HistogramSource {
  /** One more than each list of counts, ascending. */
  edges: number[];
  inspected: number[];
  good: number[];
}

export interface HistogramLabels {
  inspected: string;
  good: string;
  scoreAxis: string;
  review: string;
  reject: string;
  count: (value: number) => string;
  score: (value: number) => string;
}

const width = 510;
const left = 34;
const right = 10;
/** Each limit's label has a row of its own: close limits must not write over each other. */
const limitLabelHeight = 12;
const panelTitleHeight = 14;
const panelGap = 10;
const axisHeight = 30;
const panelHeights = { inspected: 96, good: 48 };
/** A single part among thousands must stay visible. */
const smallestBar = 1.5;

/**
 * Lays out the scores of inspected parts above those of held-out good parts, on one score axis with both limits.
 * Two panels rather than two colours: the two sets differ in size by orders, and it must read in black and white.
 */
export function layOutHistogram(
  source: HistogramSource,
  limits: Limits,
  labels: HistogramLabels,
): HistogramChart {
  const domain = scoreDomain(source.edges, limits);
  const scale = (width - left - right) / (domain.max - domain.min);
  const toX = (score: number): number => left + (score - domain.min) * scale;

  let top = 2 * limitLabelHeight;
  const panels = (['inspected', 'good'] as const).map((series) => {
    const plot = {
      x: left,
      y: top + panelTitleHeight,
      width: width - left - right,
      height: panelHeights[series],
    };
    top = plot.y + plot.height + panelGap;
    return layOutPanel(series, labels[series], source.edges, source[series], plot, toX, labels.count);
  });
  const bottom = top - panelGap;

  const reviewSide = sideWithRoom(toX(limits.review), 'start');
  const limitLine = (limit: 'review' | 'reject'): HistogramChart['limitLines'][number] => {
    const x = toX(limits[limit]);
    const side = limit === 'review' ? reviewSide : sideWithRoom(x, 'end');
    // Of two labels on the same side, the one that reaches over the other line stands above where that begins.
    const row = (limit === 'review') === (reviewSide === 'start') ? 1 : 0;
    return { limit, x, top: 2 + row * limitLabelHeight, bottom, label: labels[limit], side };
  };

  return {
    width,
    height: bottom + axisHeight,
    panels,
    scoreTicks: niceTicks(domain.min, domain.max, 12).map((score) => ({
      x: toX(score),
      label: labels.score(score),
    })),
    scoreAxis: { x: left + (width - left - right) / 2, y: bottom + axisHeight - 4, title: labels.scoreAxis },
    limitLines: [limitLine('review'), limitLine('reject')],
  };
}

/** Covers all bins and both limits, with a little air beside a limit that lies outside of the bins. */
function scoreDomain(edges: number[], limits: Limits): { min: number; max: number } {
  const values = [...edges, limits.review, limits.reject].filter(Number.isFinite);
  const min = Math.min(...values);
  const max = Math.max(...values);
  const air = (max - min) * 0.03 || 1;
  return { min: min >= 0 && min < air ? 0 : min - air, max: max + air };
}

function layOutPanel(
  series: HistogramPanel['series'],
  title: string,
  edges: number[],
  counts: number[],
  plot: Box,
  toX: (score: number) => number,
  formatCount: (count: number) => string,
): HistogramPanel {
  const highest = Math.max(1, ...counts);
  const ticks = niceTicks(0, highest, series === 'inspected' ? 4 : 2, 1);
  const toHeight = (count: number): number => (count / highest) * plot.height;
  const bars = counts.flatMap((count, i) => {
    const from = edges[i];
    const to = edges[i + 1];
    if (count <= 0 || from === undefined || to === undefined) return [];
    const height = Math.max(smallestBar, toHeight(count));
    const x = toX(from);
    return [{ x, y: plot.y + plot.height - height, width: toX(to) - x, height, count }];
  });
  return {
    series,
    title,
    plot,
    bars,
    countTicks: ticks.map((count) => ({
      y: plot.y + plot.height - toHeight(count),
      label: formatCount(count),
    })),
  };
}

/** Labels stand outwards so that two close limits do not write over each other, unless the chart's edge is near. */
function sideWithRoom(x: number, preferred: 'start' | 'end'): 'start' | 'end' {
  const room = 110;
  if (preferred === 'start') return x - left < room ? 'end' : 'start';
  return width - x < room ? 'start' : 'end';
}

import type { DefectKind, DetectionStudy, Pod } from '../../../src-shared/domain/study.ts';
import type { Box } from './histogram-chart.ts';

/** A line through points, in points of the drawing. */
export interface ChartLine {
  style: 'clear' | 'faint' | 'bound';
  points: (readonly [x: number, y: number])[];
}

/** Probability of detection of one kind of defect by its size, on a logarithmic axis. */
export interface PodPanel {
  title: string;
  plot: Box;
  shareTicks: { y: number; label: string }[];
  sizeTicks: { x: number; label: string }[];
  lines: ChartLine[];
  /** Sizes found 90 % of the time with 95 % confidence. */
  marks: { x: number; y: number }[];
}

/** Where everything goes in the drawing; each format only strokes it. Lengths in points. */
export interface PodChart {
  width: number;
  height: number;
  panels: PodPanel[];
}

export interface PodLabels {
  kind: (kind: DefectKind) => string;
  share: (share: number) => string;
  size: (size: number) => string;
}

const width = 510;
const columns = 3;
const gap = 14;
const left = 30;
const titleHeight = 15;
const axisHeight = 18;
const plotHeight = 92;
const shares = [0, 0.5, 0.9, 1];

/** A panel for each kind of defect, three in a row: curves of eight kinds in one drawing could not be told apart. */
export function layOutPodChart(study: DetectionStudy, labels: PodLabels): PodChart {
  const kinds = [...new Set(study.pods.map(({ kind }) => kind))];
  const rows = Math.ceil(kinds.length / columns);
  const panelWidth = (width - (columns - 1) * gap) / columns;
  const panelHeight = titleHeight + plotHeight + axisHeight;
  return {
    width,
    height: rows * panelHeight + (rows - 1) * gap,
    panels: kinds.map((kind, i) => {
      const plot = {
        x: (i % columns) * (panelWidth + gap) + left,
        y: Math.floor(i / columns) * (panelHeight + gap) + titleHeight,
        width: panelWidth - left - 4,
        height: plotHeight,
      };
      const pods = study.pods.filter((pod) => pod.kind === kind);
      return layOutPanel(labels.kind(kind), pods, study, plot, labels);
    }),
  };
}

function layOutPanel(
  title: string,
  pods: readonly Pod[],
  { smallest, largest, millimetresPerPixel }: DetectionStudy,
  plot: Box,
  labels: PodLabels,
): PodPanel {
  const toX = (size: number) =>
    plot.x + (Math.log(size / smallest) / Math.log(largest / smallest)) * plot.width;
  const toY = (share: number) => plot.y + (1 - share) * plot.height;
  const line = (style: ChartLine['style'], points: Pod['curve']): ChartLine => ({
    style,
    points: points.map(({ size, probability }) => [toX(size), toY(probability)] as const),
  });
  const unit = millimetresPerPixel ?? 1;
  return {
    title,
    plot,
    shareTicks: shares.map((share) => ({ y: toY(share), label: labels.share(share) })),
    sizeTicks: roundSizes(smallest * unit, largest * unit).map((size) => ({
      x: toX(size / unit),
      label: labels.size(size),
    })),
    lines: pods.flatMap(({ contrast, curve, bound }) => [
      line('bound', bound),
      line(contrast === 'faint' ? 'faint' : 'clear', curve),
    ]),
    marks: pods.flatMap(({ a90At95 }) => (a90At95 === null ? [] : [{ x: toX(a90At95), y: toY(0.9) }])),
  };
}

/** 1, 2 and 5 times powers of ten within a range; more than six would write over each other. */
function roundSizes(smallest: number, largest: number): number[] {
  const sizes: number[] = [];
  for (let power = Math.floor(Math.log10(smallest)); 10 ** power <= largest; power++) {
    for (const factor of [1, 2, 5]) sizes.push(Number((factor * 10 ** power).toPrecision(3)));
  }
  const inside = sizes.filter((size) => size >= smallest && size <= largest);
  return inside.length <= 6 ? inside : inside.filter((_, i) => i % 2 === 0);
}

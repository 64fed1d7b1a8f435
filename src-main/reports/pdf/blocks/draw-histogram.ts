import type { HistogramChart, HistogramPanel } from '../../chart/histogram-chart.ts';
import type { HistogramBlock } from '../../sections/section-model.ts';
import { colours, outcomeColours } from '../../theme.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { inColour, typeStyles } from '../type-styles.ts';

const labelStyle = typeStyles.chart;
const titleStyle = { ...typeStyles.chartLabel, weight: 'regular' } as const;

export function drawHistogram(flow: PageFlow, { chart, caption, description }: HistogramBlock): void {
  flow.keepTogether(chart.height + 30);
  const top = flow.y;
  flow.leaf('Figure', () => drawChart(flow, chart, page.left, top), { alt: description });
  flow.y = top + chart.height + 4;
  flow.paragraph('P', caption, typeStyles.caption);
}

function drawChart(flow: PageFlow, chart: HistogramChart, dx: number, dy: number): void {
  const { pdf } = flow;
  for (const panel of chart.panels) drawPanel(flow, panel, dx, dy);
  const base = dy + Math.max(...chart.panels.map(({ plot }) => plot.y + plot.height));
  for (const { x, label } of chart.scoreTicks) {
    pdf
      .moveTo(dx + x, base)
      .lineTo(dx + x, base + 3)
      .lineWidth(0.75)
      .stroke(colours.ink);
    flow.write([label], dx + x, base + 4, labelStyle, 'centre');
  }
  const { scoreAxis } = chart;
  flow.write([scoreAxis.title], dx + scoreAxis.x, dy + scoreAxis.y - 8, titleStyle, 'centre');
  for (const { limit, x, top, bottom, label, side } of chart.limitLines) {
    const colour = outcomeColours[limit].text;
    pdf
      .save()
      .moveTo(dx + x, dy + top)
      .lineTo(dx + x, dy + bottom)
      .lineWidth(1.25);
    if (limit === 'review') pdf.dash(4, { space: 2 });
    pdf.stroke(colour).restore();
    const style = inColour(typeStyles.chartLabel, colour);
    flow.write(
      [label],
      dx + (side === 'start' ? x - 4 : x + 4),
      dy + top - 1,
      style,
      side === 'start' ? 'end' : 'start',
    );
  }
}

function drawPanel(flow: PageFlow, panel: HistogramPanel, dx: number, dy: number): void {
  const { pdf } = flow;
  const { plot } = panel;
  const left = dx + plot.x;
  const right = left + plot.width;
  // At the right, where the limits' lines seldom pass.
  flow.write([panel.title], right, dy + plot.y - 12, titleStyle, 'end');
  for (const { y, label } of panel.countTicks) {
    pdf
      .moveTo(left, dy + y)
      .lineTo(right, dy + y)
      .lineWidth(0.5)
      .stroke(colours.line);
    flow.write([label], left - 4, dy + y - labelStyle.lineHeight / 2, labelStyle, 'end');
  }
  for (const { x, y, width, height } of panel.bars) {
    pdf.rect(dx + x, dy + y, Math.max(0.5, width - 0.5), height).fill(colours[panel.series]);
  }
  const base = dy + plot.y + plot.height;
  pdf.moveTo(left, base).lineTo(right, base).lineWidth(0.75).stroke(colours.ink);
}

import type { ChartLine, PodChart, PodPanel } from '../../chart/pod-chart.ts';
import type { PodBlock } from '../../sections/section-model.ts';
import { colours } from '../../theme.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { typeStyles } from '../type-styles.ts';

export function drawPod(flow: PageFlow, { chart, caption, description }: PodBlock): void {
  flow.keepTogether(chart.height + 40);
  const top = flow.y;
  flow.leaf('Figure', () => drawChart(flow, chart, top), { alt: description });
  flow.y = top + chart.height + 6;
  flow.paragraph('P', caption, typeStyles.caption);
  flow.y += 6;
}

function drawChart(flow: PageFlow, chart: PodChart, top: number): void {
  for (const panel of chart.panels) drawPanel(flow, panel, page.left, top);
}

function drawPanel(flow: PageFlow, panel: PodPanel, dx: number, dy: number): void {
  const { pdf } = flow;
  const { plot } = panel;
  const left = dx + plot.x;
  const right = left + plot.width;
  const base = dy + plot.y + plot.height;
  flow.write([panel.title], left, dy + plot.y - 13, typeStyles.chartLabel);
  for (const { y, label } of panel.shareTicks) {
    pdf
      .moveTo(left, dy + y)
      .lineTo(right, dy + y)
      .lineWidth(0.5)
      .stroke(colours.line);
    const { lineHeight } = typeStyles.chart;
    flow.write([label], left - 4, dy + y - lineHeight / 2, typeStyles.chart, 'end');
  }
  for (const { x, label } of panel.sizeTicks) {
    pdf
      .moveTo(dx + x, base)
      .lineTo(dx + x, base + 3)
      .lineWidth(0.75)
      .stroke(colours.ink);
    flow.write([label], dx + x, base + 4, typeStyles.chart, 'centre');
  }
  pdf.moveTo(left, base).lineTo(right, base).lineWidth(0.75).stroke(colours.ink);
  for (const line of panel.lines) drawLine(flow, line, dx, dy);
  for (const { x, y } of panel.marks) pdf.circle(dx + x, dy + y, 2.5).fill(colours.accent);
}

function drawLine({ pdf }: PageFlow, { style, points }: ChartLine, dx: number, dy: number): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  pdf.save().moveTo(dx + first[0], dy + first[1]);
  for (const [x, y] of rest) pdf.lineTo(dx + x, dy + y);
  pdf.lineWidth(style === 'bound' ? 0.75 : 1.5);
  if (style === 'faint') pdf.dash(4, { space: 2 });
  pdf.stroke(style === 'bound' ? colours.good : colours.inspected).restore();
}

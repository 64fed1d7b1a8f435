import type { SignalChart, SignalLine, SignalPanel } from '../../chart/signal-chart.ts';
import type { SignalBlock } from '../../sections/section-model.ts';
import { colours, outcomeColours, signalStrokes, usualFill } from '../../theme.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { typeStyles } from '../type-styles.ts';

export function drawSignal(flow: PageFlow, { chart, caption, description }: SignalBlock): void {
  flow.keepTogether(chart.height + 30);
  const top = flow.y;
  flow.leaf('Figure', () => drawChart(flow, chart, page.left, top), { alt: description });
  flow.y = top + chart.height + 4;
  flow.paragraph('P', caption, typeStyles.caption);
  flow.y += 6;
}

function drawChart(flow: PageFlow, chart: SignalChart, dx: number, dy: number): void {
  const { pdf } = flow;
  for (const { x, y, width, height } of chart.bands) {
    pdf.rect(dx + x, dy + y, width, height).fill(outcomeColours.reject.tint);
  }
  for (const panel of chart.panels) drawPanel(flow, panel, dx, dy);
  const { limit, placeAxis } = chart;
  pdf
    .save()
    .moveTo(dx + limit.left, dy + limit.y)
    .lineTo(dx + limit.right, dy + limit.y)
    .lineWidth(0.75)
    .dash(4, { space: 2 })
    .stroke(outcomeColours.review.text)
    .restore();
  drawPlaces(flow, chart, dx, dy);
  flow.write([placeAxis.title], dx + placeAxis.x, dy + placeAxis.y - 8, plainLabel, 'centre');
  chart.legend.forEach(({ style, label }, i) => {
    const x = dx + chart.width - (chart.legend.length - i) * 110;
    if (style === 'usual') {
      flow.pdf
        .rect(x, dy + 4, 16, 8)
        .fillOpacity(usualFill.opacity)
        .fill(usualFill.colour)
        .fillOpacity(1);
    } else {
      stroke(flow, style, [
        [x, dy + 8],
        [x + 16, dy + 8],
      ]);
    }
    flow.write([label], x + 20, dy + 8 - typeStyles.chart.lineHeight / 2, typeStyles.chart);
  });
}

const plainLabel = { ...typeStyles.chartLabel, weight: 'regular' } as const;

function drawPanel(
  flow: PageFlow,
  { title, plot, ticks, usual, lines }: SignalPanel,
  dx: number,
  dy: number,
): void {
  const left = dx + plot.x;
  flow.write([title], left, dy + plot.y - 13, typeStyles.chartLabel);
  for (const { y, label } of ticks) {
    flow.pdf
      .moveTo(left, dy + y)
      .lineTo(left + plot.width, dy + y)
      .lineWidth(0.5)
      .stroke(colours.line);
    flow.write([label], left - 4, dy + y - typeStyles.chart.lineHeight / 2, typeStyles.chart, 'end');
  }
  fillUsual(
    flow,
    usual.map(([x, y]) => [dx + x, dy + y]),
  );
  for (const { style, points } of lines) {
    stroke(
      flow,
      style,
      points.map(([x, y]) => [dx + x, dy + y]),
    );
  }
}

function drawPlaces(flow: PageFlow, { panels, placeTicks }: SignalChart, dx: number, dy: number): void {
  const plot = panels.at(-1)?.plot;
  if (plot === undefined) return;
  const base = dy + plot.y + plot.height;
  flow.pdf
    .moveTo(dx + plot.x, base)
    .lineTo(dx + plot.x + plot.width, base)
    .lineWidth(0.75)
    .stroke(colours.ink);
  for (const { x, label } of placeTicks) {
    flow.pdf
      .moveTo(dx + x, base)
      .lineTo(dx + x, base + 3)
      .lineWidth(0.75)
      .stroke(colours.ink);
    flow.write([label], dx + x, base + 4, typeStyles.chart, 'centre');
  }
}

function fillUsual({ pdf }: PageFlow, points: SignalLine['points']): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  pdf.moveTo(...first);
  for (const point of rest) pdf.lineTo(...point);
  pdf.closePath().fillOpacity(usualFill.opacity).fill(usualFill.colour).fillOpacity(1);
}

function stroke({ pdf }: PageFlow, style: SignalLine['style'], points: SignalLine['points']): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  const { colour, width } = signalStrokes[style];
  pdf.moveTo(...first);
  for (const point of rest) pdf.lineTo(...point);
  pdf.lineWidth(width).lineJoin('round').stroke(colour);
}

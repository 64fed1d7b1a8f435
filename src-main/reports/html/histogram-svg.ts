import type { HistogramChart, HistogramPanel } from '../chart/histogram-chart.ts';
import type { HistogramBlock } from '../sections/section-model.ts';
import { colours, outcomeColours } from '../theme.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

const n = (value: number): string => value.toFixed(2);

/** The two histograms with their limits as SVG. */
export function renderHistogram({ chart, caption, description }: HistogramBlock): Markup {
  return html`<figure class="histogram">
    <svg viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${description}">
      ${chart.panels.map(renderPanel)}${chart.scoreTicks.map((tick) => renderScoreTick(chart, tick))}
      <text class="axis" x="${n(chart.scoreAxis.x)}" y="${n(chart.scoreAxis.y)}" text-anchor="middle">
        ${chart.scoreAxis.title}
      </text>
      ${chart.limitLines.map(renderLimit)}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

function renderPanel({ title, plot, bars, countTicks, series }: HistogramPanel): Markup {
  const right = plot.x + plot.width;
  const base = plot.y + plot.height;
  return html`<text class="panel" x="${n(right)}" y="${n(plot.y - 4)}" text-anchor="end">${title}</text>
    ${countTicks.map(
      ({ y, label }) =>
        html`<path stroke="${colours.line}" stroke-width="0.5" d="M${n(plot.x)} ${n(y)}H${n(right)}" /><text
            x="${n(plot.x - 4)}"
            y="${n(y + 2.5)}"
            text-anchor="end"
            >${label}</text
          > `,
    )}${bars.map(
      ({ x, y, width, height }) =>
        html`<rect
          x="${n(x)}"
          y="${n(y)}"
          width="${n(Math.max(0.5, width - 0.5))}"
          height="${n(height)}"
          fill="${colours[series]}"
        />`,
    )}
    <path stroke="${colours.ink}" stroke-width="0.75" d="M${n(plot.x)} ${n(base)}H${n(right)}" /> `;
}

function renderScoreTick(chart: HistogramChart, { x, label }: HistogramChart['scoreTicks'][number]): Markup {
  const base = Math.max(...chart.panels.map(({ plot }) => plot.y + plot.height));
  return html`<path stroke="${colours.ink}" stroke-width="0.75" d="M${n(x)} ${n(base)}v3" /><text
      x="${n(x)}"
      y="${n(base + 11)}"
      text-anchor="middle"
      >${label}</text
    > `;
}

function renderLimit({ limit, x, top, bottom, label, side }: HistogramChart['limitLines'][number]): Markup {
  const colour = outcomeColours[limit].text;
  const dash = limit === 'review' ? html` stroke-dasharray="4 2"` : '';
  return html`<path stroke="${colour}" stroke-width="1.25" ${dash} d="M${n(x)} ${n(top)}V${n(bottom)}" /><text
      class="limit"
      fill="${colour}"
      x="${n(side === 'start' ? x - 4 : x + 4)}"
      y="${n(top + 7)}"
      text-anchor="${side === 'start' ? 'end' : 'start'}"
      >${label}</text
    > `;
}

import type { HistogramChart, HistogramPanel } from '../chart/histogram-chart.ts';
import type { HistogramBlock } from '../sections/section-model.ts';
import { colours, outcomeColours } from '../theme.ts';
import { n, renderBase, renderBaseTicks, renderValueTicks } from './axes-svg.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** The two histograms with their limits as SVG. */
export function renderHistogram({ chart, caption, description }: HistogramBlock): Markup {
  return html`<figure class="histogram">
    <svg viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${description}">
      ${chart.panels.map(renderPanel)}${renderScoreTicks(chart)}
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
  return html`<text class="panel" x="${n(right)}" y="${n(plot.y - 4)}" text-anchor="end">${title}</text>
    ${renderValueTicks(plot, countTicks)}${bars.map(
      ({ x, y, width, height }) =>
        html`<rect
          x="${n(x)}"
          y="${n(y)}"
          width="${n(Math.max(0.5, width - 0.5))}"
          height="${n(height)}"
          fill="${colours[series]}"
        />`,
    )}
    ${renderBase(plot)}`;
}

function renderScoreTicks({ panels, scoreTicks }: HistogramChart): Markup {
  const base = Math.max(...panels.map(({ plot }) => plot.y + plot.height));
  return renderBaseTicks(base, scoreTicks);
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

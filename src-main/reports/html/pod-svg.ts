import type { ChartLine, PodPanel } from '../chart/pod-chart.ts';
import type { PodBlock } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { n, renderBase, renderBaseTicks, renderValueTicks } from './axes-svg.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** The curves of the probability of detection as SVG. */
export function renderPod({ chart, caption, description }: PodBlock): Markup {
  return html`<figure class="histogram">
    <svg viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${description}">
      ${chart.panels.map(renderPanel)}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

function renderPanel({ title, plot, shareTicks, sizeTicks, lines, marks }: PodPanel): Markup {
  return html`<text class="panel" x="${n(plot.x)}" y="${n(plot.y - 5)}">${title}</text>
    ${renderValueTicks(plot, shareTicks)}${renderBaseTicks(plot.y + plot.height, sizeTicks)}
    ${renderBase(plot)}${lines.map(renderLine)}${marks.map(
      ({ x, y }) => html`<circle cx="${n(x)}" cy="${n(y)}" r="2.5" fill="${colours.accent}" /> `,
    )} `;
}

function renderLine({ style, points }: ChartLine): Markup {
  if (points.length === 0) return html``;
  const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
  const dash = style === 'faint' ? html` stroke-dasharray="4 2"` : '';
  const [colour, width] = style === 'bound' ? [colours.good, 0.75] : [colours.inspected, 1.5];
  return html`<path fill="none" stroke="${colour}" stroke-width="${width}" ${dash} d="${path}" /> `;
}

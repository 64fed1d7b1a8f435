import type { ChartLine, PodPanel } from '../chart/pod-chart.ts';
import type { PodBlock } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

const n = (value: number): string => value.toFixed(2);

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
  const right = plot.x + plot.width;
  const base = plot.y + plot.height;
  return html`<text class="panel" x="${n(plot.x)}" y="${n(plot.y - 5)}">${title}</text>
    ${shareTicks.map(
      ({ y, label }) =>
        html`<path stroke="${colours.line}" stroke-width="0.5" d="M${n(plot.x)} ${n(y)}H${n(right)}" /><text
            x="${n(plot.x - 4)}"
            y="${n(y + 2.5)}"
            text-anchor="end"
            >${label}</text
          > `,
    )}${sizeTicks.map(
      ({ x, label }) =>
        html`<path stroke="${colours.ink}" stroke-width="0.75" d="M${n(x)} ${n(base)}v3" /><text
            x="${n(x)}"
            y="${n(base + 11)}"
            text-anchor="middle"
            >${label}</text
          > `,
    )}
    <path stroke="${colours.ink}" stroke-width="0.75" d="M${n(plot.x)} ${n(base)}H${n(right)}" />
    ${lines.map(renderLine)}${marks.map(
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

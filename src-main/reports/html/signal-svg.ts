import type { SignalChart, SignalLine, SignalPanel } from '../chart/signal-chart.ts';
import type { SignalBlock } from '../sections/section-model.ts';
import { outcomeColours, signalStrokes, usualFill } from '../theme.ts';
import { n, renderBase, renderBaseTicks, renderValueTicks } from './axes-svg.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** A signal, what was rebuilt of it, and how unusual its places are, as SVG. */
export function renderSignal({ chart, caption, description }: SignalBlock): Markup {
  const { placeAxis, limit } = chart;
  return html`<figure class="histogram">
    <svg viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${description}">
      ${chart.bands.map(
        ({ x, y, width, height }) =>
          html`<rect
            x="${n(x)}"
            y="${n(y)}"
            width="${n(width)}"
            height="${n(height)}"
            fill="${outcomeColours.reject.tint}"
          />`,
      )}${chart.panels.map(renderPanel)}
      <path
        stroke="${outcomeColours.review.text}"
        stroke-width="0.75"
        stroke-dasharray="4 2"
        d="M${n(limit.left)} ${n(limit.y)}H${n(limit.right)}"
      />
      ${renderPlaces(chart)}
      <text class="axis" x="${n(placeAxis.x)}" y="${n(placeAxis.y)}" text-anchor="middle">
        ${placeAxis.title}
      </text>
      ${renderLegend(chart)}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

function renderPanel({ title, plot, ticks, usual, lines }: SignalPanel): Markup {
  return html`<text class="panel" x="${n(plot.x)}" y="${n(plot.y - 5)}">${title}</text>
    ${renderValueTicks(plot, ticks)}${usual.length > 0 ? renderUsual(usual) : []}${lines.map(renderLine)} `;
}

const fillOfUsual = html`fill="${usualFill.colour}" fill-opacity="${usualFill.opacity}"`;

function renderUsual(points: SignalLine['points']): Markup {
  return html`<path ${fillOfUsual} d="${pathOf(points)}Z" /> `;
}

const pathOf = (points: SignalLine['points']) =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');

function renderLine({ style, points }: SignalLine): Markup {
  return html`<path fill="none" stroke-linejoin="round" ${strokeOf(style)} d="${pathOf(points)}" /> `;
}

function strokeOf(style: SignalLine['style']): Markup {
  const { colour, width } = signalStrokes[style];
  return html`stroke="${colour}" stroke-width="${width}"`;
}

function renderPlaces({ panels, placeTicks }: SignalChart): Markup {
  const last = panels.at(-1)?.plot ?? { x: 0, y: 0, width: 0, height: 0 };
  return html`${renderBase(last)}${renderBaseTicks(last.y + last.height, placeTicks)}`;
}

/** Samples of the lines at the upper right. */
function renderLegend({ width, legend }: SignalChart): Markup {
  return html`${legend.map(({ style, label }, i) => {
    const x = width - (legend.length - i) * 110;
    const sample =
      style === 'usual'
        ? html`<rect ${fillOfUsual} x="${n(x)}" y="4" width="16" height="8" />`
        : html`<path ${strokeOf(style)} d="M${n(x)} 8h16" />`;
    return html`${sample}<text x="${n(x + 20)}" y="10.5">${label}</text> `;
  })}`;
}

import { colours } from '../theme.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** A length of a chart as SVG writes it. */
export const n = (value: number): string => value.toFixed(2);

/** A plot of a chart, in its units. */
interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line across the plot for each value, named at its left. */
export function renderValueTicks(
  plot: Plot,
  ticks: readonly { readonly y: number; readonly label: string }[],
): Markup {
  return html`${ticks.map(
    ({ y, label }) =>
      html`<path
          stroke="${colours.line}"
          stroke-width="0.5"
          d="M${n(plot.x)} ${n(y)}H${n(plot.x + plot.width)}"
        /><text x="${n(plot.x - 4)}" y="${n(y + 2.5)}" text-anchor="end">${label}</text> `,
  )}`;
}

/** Small marks below the height of a base line, each named below it. */
export function renderBaseTicks(
  base: number,
  ticks: readonly { readonly x: number; readonly label: string }[],
): Markup {
  return html`${ticks.map(
    ({ x, label }) =>
      html`<path stroke="${colours.ink}" stroke-width="0.75" d="M${n(x)} ${n(base)}v3" /><text
          x="${n(x)}"
          y="${n(base + 11)}"
          text-anchor="middle"
          >${label}</text
        > `,
  )}`;
}

/** The line that a plot stands on. */
export function renderBase({ x, y, width, height }: Plot): Markup {
  return html`<path
    stroke="${colours.ink}"
    stroke-width="0.75"
    d="M${n(x)} ${n(y + height)}H${n(x + width)}"
  /> `;
}

import type { Outcome } from '../sections/section-model.ts';
import { outcomeColours, outcomeMarks } from '../theme.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** The outcome's sign; hidden from screen readers because its word always stands beside it. */
export function renderMark(outcome: Outcome): Markup {
  const { shape, sign } = outcomeMarks[outcome];
  const colour = outcomeColours[outcome].text;
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path fill="${colour}" d="${shape}" />
    <path fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" d="${sign}" />
  </svg>`;
}

import type { Fact } from '../sections/section-model.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

export function renderFacts(facts: Fact[]): Markup {
  return html`<dl class="facts">
    ${facts.map(({ label, value, wide }) => html`<div${wide ? html` class="wide"` : ''}><dt>${label}</dt><dd>${value}</dd></div>\n`)}
  </dl>`;
}

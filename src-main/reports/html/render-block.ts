import type {
  Block,
  Cell,
  CountsBlock,
  DecisionBlock,
  FactsBlock,
  PicturesBlock,
  TableBlock,
  TextBlock,
} from '../sections/section-model.ts';
import { renderFacts } from './facts-list.ts';
import { renderHistogram } from './histogram-svg.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderPod } from './pod-svg.ts';
import { renderMark } from './outcome-mark.ts';
import { renderSignal } from './signal-svg.ts';

export function renderBlock(block: Block): Markup {
  switch (block.kind) {
    case 'facts':
      return renderFactsBlock(block);
    case 'counts':
      return renderCounts(block);
    case 'histogram':
      return renderHistogram(block);
    case 'pod':
      return renderPod(block);
    case 'signal':
      return renderSignal(block);
    case 'table':
      return renderTable(block);
    case 'text':
      return renderText(block);
    case 'decision':
      return renderDecision(block);
    case 'pictures':
      return renderPictures(block);
  }
}

function renderFactsBlock({ title, facts }: FactsBlock): Markup {
  return html`<div class="facts-block">
    ${title === null ? '' : html`<h4>${title}</h4>`}${renderFacts(facts)}
  </div> `;
}

function renderCounts({ counts, caption }: CountsBlock): Markup {
  return html`<ul class="counts">
      ${counts.map(
        ({ outcome, word, count, share }) =>
          html`<li class="${outcome}">
            <span class="word">${renderMark(outcome)} ${word}</span> <strong>${count}</strong>
            <span class="share">${share}</span>
          </li> `,
      )}
    </ul>
    <p class="caption">${caption}</p> `;
}

function renderTable({ caption, columns, rows }: TableBlock): Markup {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const width = (share: number): string => ((100 * share) / total).toFixed(2);
  const cell = ({ text, outcome, link }: Cell): Markup => {
    const marked = outcome === undefined ? html`${text}` : html`${renderMark(outcome)} ${text}`;
    return link === undefined ? marked : html`<a href="#${link}">${marked}</a>`;
  };
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <colgroup>
      ${columns.map((column) => html`<col style="width:${width(column.width)}%" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(({ title, align }) => html`<th scope="col" class="${align}">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((content, i) => {
              const attributes = html`class="${columns[i]?.align ?? 'start'}${content.outcome ? ` ${content.outcome}` : ''}"`;
              return i === 0
                ? html`<th scope="row" ${attributes}>${cell(content)}</th>`
                : html`<td ${attributes}>${cell(content)}</td>`;
            })}
          </tr> `,
      )}
    </tbody>
  </table> `;
}

function renderText({ style, paragraphs }: TextBlock): Markup {
  return style === 'numbered'
    ? html`<ol>
        ${paragraphs.map((paragraph) => html`<li>${paragraph}</li>`)}
      </ol> `
    : html`${paragraphs.map((paragraph) => html`<p>${paragraph}</p> `)}`;
}

function renderDecision({ outcome, word, reason, figures }: DecisionBlock): Markup {
  return html`<div class="decision ${outcome}">
    <p class="word">${renderMark(outcome)} ${word}</p>
    <p class="reason">${reason}</p>
    <dl class="figures">
      ${figures.map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </div> `;
}

function renderPictures({ pictures, legend }: PicturesBlock): Markup {
  const first = pictures[0];
  const aspect = first === undefined ? 1 : first.width / first.height;
  const layout = aspect > 2.2 ? 'wide' : aspect < 0.75 ? 'tall' : 'square';
  const gradient = `linear-gradient(to right, ${legend.colours.join(', ')})`;
  return html`<div class="pictures ${layout}">
    ${pictures.map(
      ({ title, note, description, bytes, width, height }) =>
        html`<figure>
          <figcaption>${title}${note === '' ? '' : html` <span class="note">${note}</span>`}</figcaption>
          <img
            src="data:${mediaType(bytes)};base64,${Buffer.from(bytes).toString('base64')}"
            width="${width}"
            height="${height}"
            alt="${description}"
          />
        </figure> `,
    )}
    <div class="legend">
      <p>${legend.title}</p>
      <div class="scale" style="background:${gradient}"></div>
      <div class="ticks">
        ${legend.ticks.map(
          ({ position, label }) => html`<span style="left:${(100 * position).toFixed(2)}%">${label}</span>`,
        )}
      </div>
      <p class="note">${legend.hint}</p>
    </div>
  </div> `;
}

function mediaType(bytes: Uint8Array): string {
  return bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
}

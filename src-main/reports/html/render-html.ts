import type { ReportLogo } from '../../../src-shared/domain/report.ts';
import type { ReportModel, Section } from '../sections/section-model.ts';
import { renderBlock } from './render-block.ts';
import { Markup, html } from './markup.ts';
import { renderFacts } from './facts-list.ts';
import { stylesheet } from './stylesheet.ts';

/** Nothing may be fetched and nothing may run, whatever a file's name contains. */
const contentSecurityPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** One self-contained page: pictures and styles inside, no scripts, ready to print on A4. */
export function renderHtml(model: ReportModel): Uint8Array {
  const page = html`<!doctype html>
    <html lang="${model.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
        <meta name="color-scheme" content="light" />
        <meta name="generator" content="${model.software}" />
        <meta name="author" content="${model.author}" />
        <meta name="date" content="${model.createdAt}" />
        <title>${model.title} – ${model.subject}</title>
        <style>
          ${new Markup(stylesheet)}
        </style>
      </head>
      <body>
        <header class="cover">
          ${model.logo === null ? '' : renderLogo(model.logo)}
          <p class="software">${model.software}</p>
          <h1>${model.title}</h1>
          ${renderFacts(model.cover)}
        </header>
        <main>${model.sections.map(renderSection)}</main>
      </body>
    </html> `;
  return new TextEncoder().encode(page.text);
}

/** Says nothing that the customer's or maker's name on the cover does not. */
function renderLogo({ png, width, height }: ReportLogo): Markup {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return html`<img
    class="logo"
    alt=""
    src="${source}"
    width="${String(width)}"
    height="${String(height)}"
  />`;
}

function renderSection(section: Section): Markup {
  const heading =
    section.level === 1
      ? html`<h2 id="${section.id}-title">${section.title}</h2>`
      : html`<h3 id="${section.id}-title">${section.title}</h3>`;
  const pageClass = section.startsPage ? ' starts-page' : '';
  return html`<section
    id="${section.id}"
    class="level-${section.level}${pageClass}"
    aria-labelledby="${section.id}-title"
  >
    ${heading} ${section.blocks.map((block) => renderBlock(block))}
  </section> `;
}

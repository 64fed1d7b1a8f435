import type { Block, Section } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { drawCounts } from './blocks/draw-counts.ts';
import { drawDecision } from './blocks/draw-decision.ts';
import { drawFactsBlock } from './blocks/draw-facts.ts';
import { drawHistogram } from './blocks/draw-histogram.ts';
import { drawPictures } from './blocks/draw-pictures.ts';
import { drawTable } from './blocks/draw-table.ts';
import { drawText } from './blocks/draw-text.ts';
import { page } from './page-flow.ts';
import type { PageFlow } from './page-flow.ts';
import { typeStyles } from './type-styles.ts';

/**
 * Draws heading and blocks; the heading never stands alone at the foot of a page.
 *
 * @param addBookmark Called on the page of the heading.
 */
export function drawSection(flow: PageFlow, section: Section, addBookmark: (title: string) => void): void {
  const style = section.level === 1 ? typeStyles.heading : typeStyles.partHeading;
  const first = section.blocks[0];
  if (section.startsPage && !flow.atPageTop) flow.newPage();
  const space = flow.atPageTop ? 0 : 14;
  flow.keepTogether(space + style.lineHeight + 10 + (first === undefined ? 200 : heightToKeep(first)));
  if (!flow.atPageTop) flow.y += space;

  flow.pdf.addNamedDestination(section.id, 'XYZ', page.left, flow.y - 6, null);
  addBookmark(section.title);
  flow.paragraph(section.level === 1 ? 'H1' : 'H2', section.title, style);
  if (section.level === 1) {
    flow.decoration(() => {
      flow.pdf
        .moveTo(page.left, flow.y + 2)
        .lineTo(page.left + page.contentWidth, flow.y + 2)
        .lineWidth(1)
        .stroke(colours.accent);
    });
  }
  flow.y += section.level === 1 ? 9 : 5;
  for (const block of section.blocks) drawBlock(flow, block);
}

function drawBlock(flow: PageFlow, block: Block): void {
  switch (block.kind) {
    case 'facts':
      drawFactsBlock(flow, block);
      break;
    case 'counts':
      drawCounts(flow, block);
      break;
    case 'histogram':
      drawHistogram(flow, block);
      break;
    case 'table':
      drawTable(flow, block);
      break;
    case 'text':
      drawText(flow, block);
      break;
    case 'decision':
      drawDecision(flow, block);
      break;
    case 'pictures':
      drawPictures(flow, block);
      break;
  }
}

/** Points of the first block that have to stay with the heading. */
function heightToKeep(block: Block): number {
  if (block.kind === 'histogram') return block.chart.height + 30;
  return { facts: 90, counts: 80, table: 90, text: 45, decision: 70, pictures: 240 }[block.kind];
}

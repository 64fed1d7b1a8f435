import type { Block, Section } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { drawCounts } from './blocks/draw-counts.ts';
import { drawDecision } from './blocks/draw-decision.ts';
import { drawFactsBlock, factsBlockHeight } from './blocks/draw-facts.ts';
import { drawHistogram } from './blocks/draw-histogram.ts';
import { drawPictures } from './blocks/draw-pictures.ts';
import { drawPod } from './blocks/draw-pod.ts';
import { drawSignal } from './blocks/draw-signal.ts';
import { drawTable, tableHeight } from './blocks/draw-table.ts';
import { drawText, textHeight } from './blocks/draw-text.ts';
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
  flow.keepTogether(space + style.lineHeight + 10 + (first === undefined ? 200 : heightToKeep(flow, first)));
  if (!flow.atPageTop) flow.y += space;

  flow.pdf.addNamedDestination(section.id, 'XYZ', page.left, flow.y - 6, null);
  addBookmark(section.title);
  flow.paragraph(section.level === 1 ? 'H1' : 'H2', section.title, style);
  if (section.level === 1) {
    flow.y += 2;
    flow.rule(colours.accent, 1);
  }
  flow.y += section.level === 1 ? 7 : 5;
  section.blocks.forEach((block, i) => {
    drawBlock(flow, block, section.blocks.slice(i + 1));
  });
}

function drawBlock(flow: PageFlow, block: Block, following: Block[]): void {
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
    case 'pod':
      drawPod(flow, block);
      break;
    case 'signal':
      drawSignal(flow, block);
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
      drawPictures(
        flow,
        block,
        following.reduce((sum, next) => sum + heightOnOnePage(flow, next), 0),
      );
      break;
  }
}

/** Points of the first block that have to stay with the heading. */
function heightToKeep(flow: PageFlow, block: Block): number {
  if (block.kind === 'histogram' || block.kind === 'pod' || block.kind === 'signal') {
    return block.chart.height + 30;
  }
  if (block.kind === 'facts') return Math.min(factsBlockHeight(flow, block), flow.pageRoom / 2);
  if (block.kind === 'text') return Math.min(textHeight(flow, block), flow.pageRoom / 2);
  return { counts: 80, table: 90, decision: 70, pictures: 240 }[block.kind];
}

/** Points of a block that may follow pictures; other kinds never do. */
function heightOnOnePage(flow: PageFlow, block: Block): number {
  if (block.kind === 'facts') return factsBlockHeight(flow, block);
  if (block.kind === 'table') return tableHeight(flow, block);
  if (block.kind === 'text') return textHeight(flow, block);
  return 0;
}

import type { ReportModel } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { drawFacts } from './blocks/draw-facts.ts';
import { page } from './page-flow.ts';
import type { PageFlow } from './page-flow.ts';
import { typeStyles } from './type-styles.ts';

/** Title and facts at the head of the first page. */
export function drawCover(flow: PageFlow, model: ReportModel): void {
  flow.y = 42;
  flow.decoration(() => {
    flow.pdf.rect(page.left, flow.y, page.contentWidth, 4).fill(colours.accent);
  });
  flow.y += 12;
  flow.paragraph('Title', model.title, typeStyles.title);
  flow.y += 6;
  drawFacts(flow, model.cover);
}

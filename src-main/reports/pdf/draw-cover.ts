import type { ReportLogo } from '../../../src-shared/domain/report.ts';
import type { ReportModel } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { drawFacts } from './blocks/draw-facts.ts';
import { page } from './page-flow.ts';
import type { PageFlow } from './page-flow.ts';
import { typeStyles } from './type-styles.ts';

/** Points that the logo may take, in the corner beside the title. */
const largestLogo = { width: 150, height: 46 };

function drawLogo(flow: PageFlow, { png, width, height }: ReportLogo, top: number): void {
  const scale = Math.min(largestLogo.width / width, largestLogo.height / height);
  const x = page.left + page.contentWidth - width * scale;
  flow.decoration(() => {
    flow.pdf.image(Buffer.from(png), x, top, { width: width * scale, height: height * scale });
  });
}

/** Title and facts at the head of the first page. */
export function drawCover(flow: PageFlow, model: ReportModel): void {
  flow.y = 42;
  flow.decoration(() => {
    flow.pdf.rect(page.left, flow.y, page.contentWidth, 4).fill(colours.accent);
  });
  flow.y += 12;
  const titleTop = flow.y;
  if (model.logo !== null) drawLogo(flow, model.logo, titleTop);
  flow.paragraph('Title', model.title, typeStyles.title);
  flow.y = Math.max(flow.y, model.logo === null ? 0 : titleTop + largestLogo.height) + 6;
  drawFacts(flow, model.cover);
}

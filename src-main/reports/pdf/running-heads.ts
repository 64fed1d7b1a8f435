import type { ReportModel } from '../sections/section-model.ts';
import { colours } from '../theme.ts';
import { page } from './page-flow.ts';
import type { PageFlow } from './page-flow.ts';
import { typeStyles } from './type-styles.ts';

const headTop = 30;
const footTop = page.height - 40;
const right = page.left + page.contentWidth;

/** Head and foot of every page, drawn last because only then is the number of pages known. */
export function drawRunningHeads(flow: PageFlow, model: ReportModel): void {
  const { start, count } = flow.pdf.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    flow.pdf.switchToPage(start + i);
    flow.decoration(() => {
      if (i > 0) drawHead(flow, model);
      drawFoot(flow, model, model.pageNumber(String(i + 1), String(count)));
    });
  }
}

function drawHead(flow: PageFlow, model: ReportModel): void {
  const style = typeStyles.running;
  const titleWidth = flow.widthOf(model.title, style);
  flow.write([model.title], right, headTop, style, 'end');
  flow.write([oneLine(flow, model.subject, page.contentWidth - titleWidth - 20)], page.left, headTop, style);
  rule(flow, headTop + 13);
}

function drawFoot(flow: PageFlow, model: ReportModel, number: string): void {
  const style = typeStyles.running;
  rule(flow, footTop - 4);
  flow.write([`${model.software} · ${model.created}`], page.left, footTop, style);
  flow.write([number], right, footTop, style, 'end');
}

function rule(flow: PageFlow, y: number): void {
  flow.pdf.moveTo(page.left, y).lineTo(right, y).lineWidth(0.5).stroke(colours.line);
}

function oneLine(flow: PageFlow, text: string, width: number): string {
  const lines = flow.wrap(text, typeStyles.running, width - 10);
  return lines.length > 1 ? `${lines[0] ?? ''}…` : (lines[0] ?? '');
}

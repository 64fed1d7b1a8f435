import type { TextBlock } from '../../sections/section-model.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { typeStyles } from '../type-styles.ts';

const numberIndent = 16;
const gap = 4;

export function drawText(flow: PageFlow, { style, paragraphs }: TextBlock): void {
  paragraphs.forEach((paragraph, i) => {
    if (style === 'plain') {
      flow.paragraph('P', paragraph, typeStyles.body);
    } else {
      flow.keepTogether(2 * typeStyles.body.lineHeight);
      flow.leaf('P', () => {
        flow.write([`${i + 1}.`], page.left, flow.y, typeStyles.body);
      });
      flow.paragraph('P', paragraph, typeStyles.body, numberIndent);
    }
    flow.y += gap;
  });
}

/** Points that the text takes where it fits on one page. */
export function textHeight(flow: PageFlow, { style, paragraphs }: TextBlock): number {
  const width = page.contentWidth - (style === 'numbered' ? numberIndent : 0);
  return paragraphs.reduce((sum, paragraph) => {
    return sum + flow.wrap(paragraph, typeStyles.body, width).length * typeStyles.body.lineHeight + gap;
  }, 0);
}

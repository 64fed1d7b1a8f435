import type { DecisionBlock } from '../../sections/section-model.ts';
import { outcomeColours } from '../../theme.ts';
import { drawMark } from '../outcome-mark.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { inBold, inColour, typeStyles } from '../type-styles.ts';

const inset = 14;
const figureWidth = 52;
const markSize = 13;
const wordStyle = { ...typeStyles.countWord, size: 13, lineHeight: 18 };

/** The decision in words and mark, its reason, and at the right the figures. */
export function drawDecision(flow: PageFlow, { outcome, word, reason, figures }: DecisionBlock): void {
  const { text, tint } = outcomeColours[outcome];
  const figuresWidth = figures.length * figureWidth;
  const reasonLines = flow
    .wrap(reason, typeStyles.body, page.contentWidth - figuresWidth - 2 * inset)
    .slice(0, 30);
  const height = 14 + wordStyle.lineHeight + 2 + reasonLines.length * typeStyles.body.lineHeight;
  flow.keepTogether(height);
  const top = flow.y;
  const x = page.left + inset;
  flow.decoration(() => {
    flow.pdf
      .rect(page.left, top, page.contentWidth, height)
      .fill(tint)
      .rect(page.left, top, 4, height)
      .fill(text);
  });
  drawMark(flow, outcome, x, top + 7 + (wordStyle.lineHeight - markSize) / 2, markSize);
  flow.leaf('P', () => {
    flow.write([word], x + markSize + 6, top + 7, inColour(wordStyle, text));
  });
  flow.leaf('P', () => {
    flow.write(reasonLines, x, top + 9 + wordStyle.lineHeight, typeStyles.body);
  });
  figures.forEach(({ label, value }, i) => {
    const right = page.left + page.contentWidth - 10 - (figures.length - 1 - i) * figureWidth;
    flow.leaf('P', () => {
      flow.write([label], right, top + 8, typeStyles.caption, 'end');
      flow.write([value], right, top + 8 + typeStyles.caption.lineHeight, inBold(typeStyles.body), 'end');
    });
  });
  flow.y = top + height + 10;
}

import type { CountsBlock } from '../../sections/section-model.ts';
import { outcomeColours } from '../../theme.ts';
import { drawMark } from '../outcome-mark.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { inColour, typeStyles } from '../type-styles.ts';

const gap = 10;
const height = 58;
const inset = 14;
const markSize = 9;

/** The big numbers side by side, each with its mark, word and share. */
export function drawCounts(flow: PageFlow, { counts, caption }: CountsBlock): void {
  flow.keepTogether(height + 20);
  const width = (page.contentWidth - gap * (counts.length - 1)) / counts.length;
  const top = flow.y;
  counts.forEach(({ outcome, word, count, share }, i) => {
    const x = page.left + i * (width + gap);
    const { text, tint } = outcomeColours[outcome];
    flow.decoration(() => {
      flow.pdf.rect(x, top, width, height).fill(tint).rect(x, top, 4, height).fill(text);
    });
    drawMark(flow, outcome, x + inset, top + 9, markSize);
    flow.leaf('P', () => {
      flow.write([word], x + inset + markSize + 5, top + 7, inColour(typeStyles.countWord, text));
      flow.write([count], x + inset, top + 24, inColour(typeStyles.count, text));
      const shareX = x + inset + flow.widthOf(count, typeStyles.count) + 6;
      flow.write([share], shareX, top + 30.5, typeStyles.body);
    });
  });
  flow.y = top + height + 5;
  flow.paragraph('P', caption, typeStyles.caption);
}

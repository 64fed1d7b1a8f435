import type { Outcome } from '../sections/section-model.ts';
import { outcomeColours, outcomeMarks } from '../theme.ts';
import type { PageFlow } from './page-flow.ts';

/** Draws the outcome's sign, `size` points wide, with its top left corner at x, y. */
export function drawMark(flow: PageFlow, outcome: Outcome, x: number, y: number, size: number): void {
  const { shape, sign } = outcomeMarks[outcome];
  flow.decoration(() => {
    flow.pdf
      .save()
      .translate(x, y)
      .scale(size / 16)
      .path(shape)
      .fill(outcomeColours[outcome].text)
      .path(sign)
      .lineWidth(2)
      .lineCap('round')
      .stroke('#ffffff')
      .restore();
  });
}

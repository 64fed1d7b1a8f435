import type { Fact, FactsBlock } from '../../sections/section-model.ts';
import { colours } from '../../theme.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { typeStyles } from '../type-styles.ts';

const labelWidth = 112;
const gap = 10;
const columnGap = 24;
const halfWidth = (page.contentWidth - columnGap) / 2;
const padding = 2;

export function drawFactsBlock(flow: PageFlow, { title, facts }: FactsBlock): void {
  if (title !== null) {
    flow.keepTogether(60);
    flow.y += 6;
    flow.paragraph('H3', title, typeStyles.smallHeading);
    flow.y += 2;
  }
  drawFacts(flow, facts);
  flow.y += 8;
}

/** Labels and values in two columns; a wide fact takes a whole row. */
export function drawFacts(flow: PageFlow, facts: Fact[]): void {
  flow.group('L', () => {
    for (const row of rowsOf(facts)) drawRow(flow, row);
  });
}

function rowsOf(facts: Fact[]): Fact[][] {
  const rows: Fact[][] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !fact.wide) last.push(fact);
    else rows.push([fact]);
  }
  return rows;
}

function drawRow(flow: PageFlow, row: Fact[]): void {
  const { label: labelStyle, value: valueStyle } = typeStyles;
  const cells = row.map((fact, i) => {
    const width = fact.wide ? page.contentWidth : halfWidth;
    return {
      x: page.left + i * (halfWidth + columnGap),
      width,
      label: flow.wrap(fact.label, labelStyle, labelWidth),
      // A remark of a page's length is cut there: nothing that long fits a line of the cover.
      value: flow.wrap(fact.value, valueStyle, width - labelWidth - gap).slice(0, 50),
    };
  });
  const lines = Math.max(...cells.map(({ label, value }) => Math.max(label.length, value.length)));
  const height = lines * valueStyle.lineHeight + 2 * padding;
  flow.keepTogether(height);
  const top = flow.y + padding;
  for (const { x, label, value } of cells) {
    flow.group('LI', () => {
      flow.leaf('Lbl', () => {
        flow.write(label, x, top, labelStyle);
      });
      flow.leaf('LBody', () => {
        flow.write(value, x + labelWidth + gap, top, valueStyle);
      });
    });
  }
  flow.y += height;
  flow.decoration(() => {
    for (const { x, width } of cells) {
      flow.pdf
        .moveTo(x, flow.y)
        .lineTo(x + width, flow.y)
        .lineWidth(0.5)
        .stroke(colours.line);
    }
  });
}

import type { Fact, FactsBlock } from '../../sections/section-model.ts';
import { colours } from '../../theme.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { typeStyles } from '../type-styles.ts';

const labelWidth = 102;
const gap = 8;
const columnGap = 18;
const halfWidth = (page.contentWidth - columnGap) / 2;
const padding = 2;

const titleHeight = typeStyles.smallHeading.lineHeight + 8;
const spaceAfter = 8;

/** A whole row of the page with the lines of its one or two facts. */
interface FactsRow {
  height: number;
  cells: { x: number; label: string[]; value: string[] }[];
}

export function drawFactsBlock(flow: PageFlow, block: FactsBlock): void {
  const height = factsBlockHeight(flow, block);
  // Part of a list at the foot of a page and the rest overleaf is hard to read; a short list moves as a whole.
  flow.keepTogether(height < flow.pageRoom / 2 ? height - spaceAfter : titleHeight + 40);
  if (block.title !== null) {
    flow.y += 6;
    flow.paragraph('H3', block.title, typeStyles.smallHeading);
    flow.y += 2;
  }
  drawFacts(flow, block.facts);
  flow.y += spaceAfter;
}

/** Points that the block takes, space below included. */
export function factsBlockHeight(flow: PageFlow, { title, facts }: FactsBlock): number {
  const rows = rowsOf(flow, facts).reduce((sum, { height }) => sum + height, 0);
  return (title === null ? 0 : titleHeight) + rows + spaceAfter;
}

/** Labels and values in two columns; a wide fact takes a whole row. */
export function drawFacts(flow: PageFlow, facts: Fact[]): void {
  flow.group('L', () => {
    for (const row of rowsOf(flow, facts)) drawRow(flow, row);
  });
}

function rowsOf(flow: PageFlow, facts: Fact[]): FactsRow[] {
  const rows: Fact[][] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !fact.wide) last.push(fact);
    else rows.push([fact]);
  }
  return rows.map((row) => layOutRow(flow, row));
}

function layOutRow(flow: PageFlow, row: Fact[]): FactsRow {
  const cells = row.map((fact, i) => {
    const width = fact.wide ? page.contentWidth : halfWidth;
    return {
      x: page.left + i * (halfWidth + columnGap),
      label: flow.wrap(fact.label, typeStyles.label, labelWidth),
      // A remark of a page's length is cut there: nothing that long fits a line of the cover.
      value: flow.wrap(fact.value, typeStyles.value, width - labelWidth - gap).slice(0, 45),
    };
  });
  const lines = Math.max(...cells.map(({ label, value }) => Math.max(label.length, value.length)));
  return { height: lines * typeStyles.value.lineHeight + 2 * padding, cells };
}

function drawRow(flow: PageFlow, { height, cells }: FactsRow): void {
  flow.keepTogether(height);
  const top = flow.y + padding;
  for (const { x, label, value } of cells) {
    flow.group('LI', () => {
      flow.leaf('Lbl', () => {
        flow.write(label, x, top, typeStyles.label);
      });
      flow.leaf('LBody', () => {
        flow.write(value, x + labelWidth + gap, top, typeStyles.value);
      });
    });
  }
  flow.y += height;
  flow.rule(colours.line);
}

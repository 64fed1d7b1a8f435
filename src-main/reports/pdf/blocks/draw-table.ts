import type { Cell, Column, TableBlock } from '../../sections/section-model.ts';
import { colours, outcomeColours } from '../../theme.ts';
import { drawMark } from '../outcome-mark.ts';
import { page } from '../page-flow.ts';
import type { PageFlow } from '../page-flow.ts';
import { inBold, inColour, typeStyles } from '../type-styles.ts';
import type { TextStyle } from '../type-styles.ts';

const paddingX = 4;
const paddingY = 3;
const markSize = 7.5;
const markSpace = markSize + 3.5;
const spaceBefore = 6;
const captionGap = 2;
const spaceAfter = 8;
const shortTable = 25;
const { lineHeight } = typeStyles.cell;

interface PlacedColumn extends Column {
  x: number;
  points: number;
}

/** A table as wide as the page; its head is repeated on each page, and a row breaks only if it is higher than one. */
export function drawTable(flow: PageFlow, block: TableBlock): void {
  const { caption, columns, rows } = block;
  const placed = placeColumns(columns);
  const head = wrapHead(flow, placed);
  const headHeight = heightOf(head);
  flow.y += spaceBefore;
  flow.keepTogether(heightToKeep(flow, block, headHeight));
  flow.group('Table', () => {
    flow.paragraph('Caption', caption, typeStyles.smallHeading);
    flow.y += captionGap;
    drawHead(flow, placed, head);
    for (const row of rows) {
      let lines = row.map((cell, i) => wrapCell(flow, cell, placed[i]));
      const whole = heightOf(lines);
      if (whole > flow.room && headHeight + whole <= flow.pageRoom) {
        flow.newPage();
        drawHead(flow, placed, head);
      }
      while (heightOf(lines) > flow.room) {
        const fitting = Math.max(1, Math.floor((flow.room - 2 * paddingY) / lineHeight));
        drawRow(
          flow,
          placed,
          row,
          lines.map((cell) => cell.slice(0, fitting)),
        );
        lines = lines.map((cell) => cell.slice(fitting));
        flow.newPage();
        drawHead(flow, placed, head);
      }
      drawRow(flow, placed, row, lines);
    }
  });
  flow.y += spaceAfter;
}

/** Points that the table takes where it fits on one page, space around it included. */
export function tableHeight(flow: PageFlow, { columns, rows }: TableBlock): number {
  const placed = placeColumns(columns);
  const body = rows.map((row) => heightOf(row.map((cell, i) => wrapCell(flow, cell, placed[i]))));
  const caption = spaceBefore + typeStyles.smallHeading.lineHeight + captionGap;
  return body.reduce((sum, height) => sum + height, caption + heightOf(wrapHead(flow, placed)) + spaceAfter);
}

/** A short table moves to the next page as a whole; of a long one, the head never stands without rows. */
function heightToKeep(flow: PageFlow, block: TableBlock, headHeight: number): number {
  const whole =
    block.rows.length <= shortTable ? tableHeight(flow, block) - spaceBefore - spaceAfter : Infinity;
  const begin = typeStyles.smallHeading.lineHeight + captionGap + headHeight + 3 * lineHeight;
  return whole <= flow.pageRoom ? whole : begin;
}

function wrapHead(flow: PageFlow, columns: PlacedColumn[]): string[][] {
  return columns.map((column) => flow.wrap(column.title, typeStyles.cellHead, column.points - 2 * paddingX));
}

function placeColumns(columns: Column[]): PlacedColumn[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let { left: x } = page;
  return columns.map((column) => {
    const points = (page.contentWidth * column.width) / total;
    const placed = { ...column, x, points };
    x += points;
    return placed;
  });
}

function wrapCell(flow: PageFlow, cell: Cell, column: PlacedColumn | undefined): string[] {
  const width = (column?.points ?? 0) - 2 * paddingX - (cell.outcome === undefined ? 0 : markSpace);
  return flow.wrap(cell.text, styleOf(cell), width);
}

function styleOf(cell: Cell): TextStyle {
  if (cell.outcome !== undefined) return inColour(inBold(typeStyles.cell), outcomeColours[cell.outcome].text);
  return cell.link === undefined ? typeStyles.cell : inColour(typeStyles.cell, colours.accent);
}

function heightOf(cells: string[][]): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight + 2 * paddingY;
}

function drawHead(flow: PageFlow, columns: PlacedColumn[], head: string[][]): void {
  const height = heightOf(head);
  const top = flow.y;
  flow.decoration(() => {
    flow.pdf.rect(page.left, top, page.contentWidth, height).fill(colours.faint);
  });
  flow.group('TR', () => {
    columns.forEach((column, i) => {
      const lines = head[i] ?? [];
      // Titles of one line stand at the foot, next to their column.
      const y = top + height - paddingY - lines.length * lineHeight;
      flow.leaf('TH', () => {
        writeAligned(flow, lines, column, y, typeStyles.cellHead);
      });
    });
  });
  flow.y = top + height;
  flow.rule(colours.quiet);
}

function drawRow(flow: PageFlow, columns: PlacedColumn[], row: Cell[], lines: string[][]): void {
  const top = flow.y;
  const height = heightOf(lines);
  flow.group('TR', () => {
    columns.forEach((column, i) => {
      const cell = row[i];
      const text = lines[i];
      if (cell === undefined || text === undefined) return;
      const { outcome, link } = cell;
      if (outcome !== undefined) {
        drawMark(flow, outcome, column.x + paddingX, top + paddingY + (lineHeight - markSize) / 2, markSize);
      }
      flow.leaf(i === 0 ? 'TH' : 'TD', () => {
        writeAligned(
          flow,
          text,
          column,
          top + paddingY,
          styleOf(cell),
          outcome === undefined ? 0 : markSpace,
        );
      });
      if (link !== undefined) flow.pdf.goTo(column.x, top, column.points, height, link);
    });
  });
  flow.y = top + height;
  flow.rule(colours.line);
}

function writeAligned(
  flow: PageFlow,
  lines: string[],
  column: PlacedColumn,
  top: number,
  style: TextStyle,
  indent = 0,
): void {
  const x = column.align === 'end' ? column.x + column.points - paddingX : column.x + paddingX + indent;
  flow.write(lines, x, top, style, column.align);
}

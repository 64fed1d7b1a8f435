import Papa from 'papaparse';
import type { Separator } from '../../../src-shared/domain/signal.ts';
import { parseMoment } from './parse-moment.ts';
import { parseNumber } from './parse-number.ts';

/** How a table is written. */
export interface Dialect {
  readonly separator: Separator;
  readonly decimal: '.' | ',';
  /** Rows before the first one of numbers, without blank ones. */
  readonly before: readonly (readonly string[])[];
  /** Lines of text up to the first row of numbers. */
  readonly cells: number;
}

/** Where two read a table equally well, the one that comes first is taken. */
const candidates: readonly Pick<Dialect, 'separator' | 'decimal'>[] = [
  { separator: ';', decimal: '.' },
  { separator: '\t', decimal: '.' },
  { separator: ',', decimal: '.' },
  { separator: ';', decimal: ',' },
  { separator: '\t', decimal: ',' },
  { separator: '|', decimal: '.' },
  { separator: '|', decimal: ',' },
  // Of numbers in quotation marks.
  { separator: ',', decimal: ',' },
  { separator: ' ', decimal: '.' },
  { separator: ' ', decimal: ',' },
];

/** Rows that are looked at. */
const sampleRows = 300;
const sampleCharacters = 200_000;

/** The way of writing under which the beginning of a text is most of all a table of numbers; undefined where none is. */
export function findDialect(text: string): Dialect | undefined {
  const head = text.slice(0, sampleCharacters);
  // The last line may have been cut in two.
  const whole = head.length < text.length ? head.slice(0, head.lastIndexOf('\n') + 1) : head;
  let best: (Dialect & { quality: number }) | undefined;
  for (const candidate of candidates) {
    const read = judge(whole, candidate);
    if (read === undefined) continue;
    const better =
      best === undefined ||
      read.quality > best.quality + 1e-9 ||
      (read.quality > best.quality - 1e-9 && read.cells > best.cells);
    if (better) best = read;
  }
  return best;
}

/** Rows of cells; several blanks count as one separator. */
export function splitRows(text: string, separator: Separator, most = 0): string[][] {
  return Papa.parse<string[]>(withSingleBlanks(text, separator), {
    delimiter: separator,
    skipEmptyLines: true,
    preview: most,
  }).data;
}

export function withSingleBlanks(text: string, separator: Separator): string {
  return separator === ' ' ? text.replace(/^[ \t]+|[ \t]+$/gm, '').replace(/[ \t]+/g, ' ') : text;
}

type Kind = 'blank' | 'number' | 'moment' | 'text';

function kindOf(cell: string, decimal: '.' | ','): Kind {
  if (cell.trim() === '') return 'blank';
  if (parseNumber(cell, decimal) !== null) return 'number';
  return parseMoment(cell) === null ? 'text' : 'moment';
}

/** A row of numbers: at least half of what it holds, moments among them. */
export function isNumeric(row: readonly string[], decimal: '.' | ','): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const numbers = filled.filter((cell) => Number.isFinite(parseNumber(cell, decimal) ?? NaN)).length;
  const moments = filled.filter((cell) => kindOf(cell, decimal) === 'moment').length;
  return numbers > 0 && numbers + moments >= filled.length / 2;
}

/** Rows that may stand above the heading. */
const mostAbove = 60;

/** Where the numbers begin; -1 where there are none. A line above the heading, such as "Program;3", may look like some, too. */
function firstOfNumbers(rows: readonly (readonly string[])[], decimal: '.' | ','): number {
  const first = rows.findIndex((row) => isNumeric(row, decimal));
  if (first < 0) return first;
  const kinds = rows.map((row) => withoutEmptyEnd(row).map((cell) => kindOf(cell, decimal)));
  const usual = mostFrequent(kinds.slice(first).map((row) => row.join(' '))).split(' ');
  const isUsual = (row: readonly Kind[]) =>
    row.length === usual.length && row.every((kind, i) => kind === 'blank' || kind === usual[i]);
  const isHeading = (row: readonly Kind[]) =>
    row.length === usual.length && row.every((kind) => kind === 'text' || kind === 'blank');
  const headed = kinds.findIndex((row, i) => i > first && isUsual(row) && isHeading(kinds[i - 1]!));
  const begins = kinds.slice(first, Math.max(headed, first)).some(isUsual);
  return headed > 0 && headed <= mostAbove && !begins ? headed : first;
}

function judge(
  text: string,
  { separator, decimal }: Pick<Dialect, 'separator' | 'decimal'>,
): (Dialect & { quality: number }) | undefined {
  const rows = splitRows(text, separator, sampleRows);
  const first = firstOfNumbers(rows, decimal);
  if (first < 0) return undefined;
  const body = rows.slice(first);
  const cells = mostFrequent(body.map((row) => row.length));
  const regular = body.filter((row) => row.length === cells);
  const filled = regular.flat().filter((cell) => cell.trim() !== '');
  const numbers = filled.filter((cell) => kindOf(cell, decimal) !== 'text');
  const heading = rows[first - 1];
  const headed =
    heading === undefined || withoutEmptyEnd(heading).length === withoutEmptyEnd(regular[0] ?? []).length;
  const shares = [
    numbers.length / Math.max(1, filled.length),
    regular.length / body.length,
    // What one way of writing takes for remarks above the numbers may be numbers to another.
    body.length / rows.length,
  ];
  const quality = shares.reduce((product, share) => product * share, headed ? 1 : 0.6);
  return { separator, decimal, before: rows.slice(0, first), cells, quality };
}

/** Of at least one value; of several as frequent the first. */
function mostFrequent<Value>(values: readonly Value[]): Value {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Many programs end each row with a separator. */
export function withoutEmptyEnd(row: readonly string[]): readonly string[] {
  return row.at(-1)?.trim() === '' ? row.slice(0, -1) : row;
}

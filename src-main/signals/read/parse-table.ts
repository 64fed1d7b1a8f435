import Papa from 'papaparse';
import { basename } from 'node:path';
import type { EncodingName, Separator, SignalTime } from '../../../src-shared/domain/signal.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { decodeText } from './decode-text.ts';
import { findDialect, withoutEmptyEnd, withSingleBlanks } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { findTime } from './find-time.ts';
import { GrowingColumn } from './growing-column.ts';
import { readHeadings } from './headings.ts';
import type { TableFile } from './read-table-file.ts';

export interface TableColumn {
  readonly name: string;
  readonly unit: string | null;
  /** [rows] up to the last number; NaN where there is none. */
  readonly values: Float64Array;
}

/** A file of signals as numbers. */
export interface SignalTable {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: EncodingName;
  readonly separator: Separator;
  readonly decimal: '.' | ',';
  readonly rows: number;
  readonly time: SignalTime | null;
  /** Columns of numbers without that of time. */
  readonly columns: readonly TableColumn[];
}

/**
 * A CSV file as columns of numbers: encoding, separator, decimal mark, headings and units are found out; columns of text,
 * rows without any number and columns of moments that do not count time evenly are left out.
 *
 * @throws SparsightError 'signal.unreadable', 'signal.no-numbers'
 */
export function parseTable({ path, bytes, sha256 }: TableFile): SignalTable {
  const { text, encoding } = decodeText(bytes, path);
  const dialect = findDialect(text);
  if (dialect === undefined) throw noNumbers(path);
  const headings = readHeadings(dialect.before, dialect.cells);
  checkHeading(dialect, path);
  const growing = headings.map(() => new GrowingColumn(dialect.decimal));
  const rows = parseRows(text, dialect, growing, path);
  const columns = headings.flatMap((heading, i) => {
    const column = growing[i]!;
    if (!column.isSignal) return [];
    const { isOfMoments } = column;
    return [{ ...heading, unit: isOfMoments ? 's' : heading.unit, values: column.values(), isOfMoments }];
  });
  const found = findTime(columns);
  const signals = columns.filter((column) => column !== found?.column && !column.isOfMoments);
  if (signals.length === 0 && found === undefined) throw noNumbers(path);
  const { separator, decimal } = dialect;
  return {
    path,
    sha256,
    bytes: bytes.length,
    encoding,
    separator,
    decimal,
    rows,
    time: found?.time ?? null,
    columns: signals.map(({ name, unit, values }) => ({ name, unit, values })),
  };
}

/** Characters that are split at a time: all rows at once would take many times the memory of the text. */
const stretch = 2 ** 20;

/** @returns rows of numbers */
function parseRows(text: string, dialect: Dialect, columns: readonly GrowingColumn[], path: string): number {
  let toSkip = dialect.before.length;
  let rows = 0;
  const options = {
    delimiter: dialect.separator,
    skipEmptyLines: true,
    // The types know it for files only, but a long text is split in stretches, too.
    chunkSize: stretch,
    step({ data, errors }: Papa.ParseStepResult<string[]>) {
      if (errors.length > 0) throw badQuotes(path, rows);
      if (toSkip > 0) toSkip--;
      else if (addRow(data, columns, rows)) rows++;
    },
  };
  Papa.parse<string[]>(withSingleBlanks(text, dialect.separator), options);
  return rows;
}

/** @returns whether it is one: remarks below the numbers are none */
function addRow(row: readonly string[], columns: readonly GrowingColumn[], at: number): boolean {
  const numbers = columns.map((column, i) => column.parse(row[i] ?? ''));
  if (numbers.every((number) => number === null || Number.isNaN(number)) && numbers.includes(null))
    return false;
  numbers.forEach((number, i) => columns[i]!.put(at, number));
  return true;
}

/** More cells than names: the separator also stands inside of numbers. */
function checkHeading({ before, cells, separator }: Dialect, path: string): void {
  const names = withoutEmptyEnd(before.at(-1) ?? []).length;
  if (names < 2 || cells <= names + 1) return;
  const reason = separator === ',' ? 'table.split-by-commas' : 'table.wrong-separator';
  throw reasonedError('signal.unreadable', reason, { file: basename(path), names, cells }, { path });
}

function badQuotes(path: string, row: number): SparsightError {
  const values = { file: basename(path), row: row + 1 };
  return reasonedError('signal.unreadable', 'table.open-quote', values, { path });
}

function noNumbers(path: string): SparsightError {
  return reasonedError('signal.no-numbers', 'table.no-numbers', { file: basename(path) }, { path });
}

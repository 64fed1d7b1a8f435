import { csvCell } from './csv-cell.ts';

/**
 * Rows as a file after RFC 4180. UTF-8 with a byte order mark, without which Excel shows Japanese as gibberish.
 */
export function csvFile(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(csvCell).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/** Six digits after the point are far below what the figures mean, and spare the reader single-precision noise. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}

export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

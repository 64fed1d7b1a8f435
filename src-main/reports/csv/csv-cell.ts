/**
 * One field after RFC 4180: quoted where it holds a comma, a quote or a line break.
 *
 * Text that a spreadsheet would take for a formula (it starts with = + - @, a tab or a line break, also in the
 * full-width forms that Japanese spreadsheets accept) gets an apostrophe before it, so that a file's name can never
 * run anything. Numbers are written as they are.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

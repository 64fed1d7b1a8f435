import { withoutEmptyEnd } from './dialect.ts';

export interface Heading {
  readonly name: string;
  readonly unit: string | null;
}

const units = new Set(
  (
    's sec ms us µs μs ns min h Nm N·m N.m N*m mNm cNm dNm kNm kgf·cm kgf·m kgfcm kgfm lbf·in lbf·ft N mN kN kgf ' +
    'bar mbar Pa hPa kPa MPa psi A mA kA V mV kV W kW J Ah °C ℃ C K °F ° deg rad rev turn rpm r/min min-1 1/min Hz kHz ' +
    'mm µm μm um cm m nm mm/s m/s m/min m/s² m/s2 g G kg t % ppm l/min L/min ml/min mL/min Ω ohm - dB count 秒 ミリ秒 分 度'
  ).split(' '),
);

const bracketed = /^(.*?)\s*[[(（［]\s*([^\])）］]+?)\s*[\])）］]$/;

/**
 * Names and units of columns from the rows above the numbers: a row of names, one of units below it where there is one.
 *
 * @param before rows above the first one of numbers
 * @param cells  columns of the table
 */
export function readHeadings(before: readonly (readonly string[])[], cells: number): Heading[] {
  const rows = before.map((row) => withoutEmptyEnd(row).map((cell) => cell.trim()));
  const last = rows.at(-1);
  const above = rows.at(-2);
  const hasUnits = last !== undefined && above?.length === last.length && isUnits(last);
  const names = (hasUnits ? above : last) ?? [];
  const headings = Array.from({ length: cells }, (_, i) => {
    const text = names[i] ?? '';
    const [, name = '', unit = ''] = bracketed.exec(text) ?? [];
    if (name !== '' && units.has(unit)) return { name, unit };
    const below = hasUnits ? withoutBrackets(last[i] ?? '') : '';
    return { name: text === '' ? `Column ${i + 1}` : text, unit: below === '' ? null : below };
  });
  return headings.map((heading, i) => ({ ...heading, name: distinct(headings, i) }));
}

function isUnits(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '').map(withoutBrackets);
  return filled.length > 0 && filled.filter((cell) => units.has(cell)).length >= filled.length / 2;
}

const withoutBrackets = (cell: string) => cell.replace(/^[[(（［]\s*|\s*[\])）］]$/g, '');

/** A name that comes again is numbered. */
function distinct(headings: readonly Heading[], i: number): string {
  const { name } = headings[i]!;
  const before = headings.slice(0, i).filter((heading) => heading.name === name).length;
  return before === 0 ? name : `${name} (${before + 1})`;
}

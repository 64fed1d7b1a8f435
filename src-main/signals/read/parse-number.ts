/** What stands for a number that was not measured. */
const missing = /^(?:nan|n\/?a|null|none|nil|[-+]?inf(?:inity)?|#n\/a|1\.#\w+|-+|\?)$/i;

const withPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const withComma = /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i;
/** Groups of thousands only where a decimal mark shows that they are groups. */
const groupedWithPoint = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;
const groupedWithComma = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;

/** A cell as a number; NaN where it holds none, null where it holds text. */
export function parseNumber(cell: string, decimal: '.' | ','): number | null {
  const text = cell.trim();
  if (text === '') return NaN;
  if (decimal === '.') {
    if (withPoint.test(text)) return Number(text);
    if (groupedWithPoint.test(text)) return Number(text.replaceAll(',', ''));
  } else {
    if (withComma.test(text)) return Number(text.replace(',', '.'));
    if (groupedWithComma.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return missing.test(text) ? NaN : null;
}

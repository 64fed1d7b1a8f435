import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../src-main/reports/csv/csv-cell.ts';

const separators = ['"', ',', '\r', '\n', '=', "'", 'a', '部', '🔧'];

describe('a CSV field', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
    'that a spreadsheet would run as a formula is guarded: %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves negative numbers as numbers', () => {
    expect(csvCell(-3.5)).toBe('-3.5');
  });

  it('is empty for null and for numbers that are not finite', () => {
    expect([null, Infinity, NaN].map(csvCell)).toEqual(['', '', '']);
  });

  it('can be read back by the rules of RFC 4180', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...separators) }), (text) => {
        const field = csvCell(text);
        const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect(read === text || read === `'${text}`).toBe(true);
        if (!field.startsWith('"')) expect(field).not.toMatch(/[",\r\n]/);
      }),
    );
  });
});

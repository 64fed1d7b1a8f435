import { describe, expect, it } from 'vitest';
import { en } from '../../../src-main/reports/locales/en.ts';
import { ja } from '../../../src-main/reports/locales/ja.ts';
import { createFormatter } from '../../../src-main/reports/locales/report-formatter.ts';
import { reportFonts } from '../../../src-main/reports/pdf/report-fonts.ts';

describe.each(Object.entries({ en, ja }))('the texts of a report in %s', (_, texts) => {
  it('name sheets as workbooks allow', () => {
    const names = Object.values(texts.sheets);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it('can be printed with the fonts of the PDF', () => {
    const { regular } = reportFonts();
    const missing = [...new Set(JSON.stringify(texts) + texts.notes.sentences('2%').join(''))].filter(
      (character) => !regular.hasCharacter(character.codePointAt(0)!),
    );
    expect(missing).toEqual([]);
  });

  it('explain the method in four sentences', () => {
    expect(texts.notes.sentences('2%')).toHaveLength(4);
  });
});

describe('numbers and dates of a report', () => {
  it('are written in English', () => {
    const format = createFormatter('en', 'UTC');
    expect(format.count(20_000)).toBe('20,000');
    expect(format.percent(0.0215, 2)).toBe('2.15%');
    expect(format.dateTime('2026-11-20T09:30:00Z')).toMatch(/^20 November 2026.*09:30 UTC$/);
  });

  it('are written in Japanese and in the zone of the reader', () => {
    const format = createFormatter('ja', 'Asia/Tokyo');
    expect(format.dateTime('2026-11-20T09:30:00Z')).toMatch(/^2026年11月20日.*18:30/);
  });

  it('show an infinite PSNR as a sign and a missing one as a dash', () => {
    const format = createFormatter('en', 'UTC');
    expect([Infinity, -Infinity, NaN].map((value) => format.fixed(value, 1))).toEqual(['∞', '-∞', '–']);
  });
});

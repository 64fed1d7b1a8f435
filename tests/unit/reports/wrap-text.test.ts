import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportFonts } from '../../../src-main/reports/pdf/report-fonts.ts';
import { wrapText } from '../../../src-main/reports/pdf/wrap-text.ts';

const { regular } = reportFonts();
const wrap = (text: string, width: number): string[] => wrapText(text, regular, 10, width);

const text = fc.string({
  unit: fc.constantFrom(...Array.from('ab W_-./,。、「」（）ー漢字かなカナっ\n0123456789', (c) => c)),
  maxLength: 120,
});

describe('wrapped text', () => {
  it('never has a line wider than its column', () => {
    fc.assert(
      fc.property(text, fc.double({ min: 40, max: 300, noNaN: true }), (words, width) => {
        for (const line of wrap(words, width))
          expect(regular.widthOf(line, 10)).toBeLessThanOrEqual(width + 1e-9);
      }),
    );
  });

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(text, fc.double({ min: 40, max: 300, noNaN: true }), (words, width) => {
        expect(wrap(words, width).join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      }),
    );
  });

  it('breaks a name of 80 characters without spaces', () => {
    expect(wrap('x'.repeat(80), 100).length).toBeGreaterThan(3);
  });

  it('prefers to break a long name after a separator', () => {
    expect(wrap('flange_line_two_camera', 70)[0]).toMatch(/_$/);
  });

  it('starts no line with Japanese closing punctuation', () => {
    for (const line of wrap('表面の模様を、良品から。再現できない、領域が。あります。', 62)) {
      expect(line).not.toMatch(/^[、。]/);
    }
  });

  it('keeps line breaks of the text', () => {
    expect(wrap('one\ntwo\n\nfour', 200)).toEqual(['one', 'two', '', 'four']);
  });
});

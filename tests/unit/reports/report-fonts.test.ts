import { describe, expect, it } from 'vitest';
import { printableText } from '../../../src-main/reports/pdf/printable-text.ts';
import { reportFonts } from '../../../src-main/reports/pdf/report-fonts.ts';

/** The characters of these rows of JIS X 0208. */
function jisRows(first: number, last: number): string[] {
  const decoder = new TextDecoder('euc-jp');
  const characters: string[] = [];
  for (let row = first; row <= last; row++) {
    for (let cell = 1; cell <= 94; cell++) {
      const character = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
      if (character !== '\ufffd') characters.push(character);
    }
  }
  return characters;
}

const repertoire: [string, string[]][] = [
  ['Latin letters and digits', Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))],
  ['Latin accents', Array.from({ length: 0x180 - 0xa0 }, (_, i) => String.fromCharCode(0xa0 + i))],
  ['kana', jisRows(4, 5)],
  ['kanji of JIS level 1', jisRows(16, 47)],
  ['kanji of JIS level 2', jisRows(48, 84)],
  ['variants used in names', ['髙', '﨑', '德', '濵', '神']],
  ['technical symbols', ['×', '≤', '≥', '±', '−', 'µ', 'μ', '°', '→', '∞', '№', 'Ⅲ', '①', 'Ω', 'Δ', '～']],
];

describe.each(['regular', 'bold'] as const)('the %s font of the PDF', (weight) => {
  const font = reportFonts()[weight];

  it.each(repertoire)('shows %s', (_, characters) => {
    expect(characters.filter((character) => !font.hasCharacter(character.codePointAt(0)!))).toEqual([]);
  });
});

describe('text for the PDF', () => {
  const { regular } = reportFonts();

  it('names a character that the font lacks by its code point', () => {
    expect(printableText('pump 🔧.png', regular)).toBe('pump [U+1F527].png');
  });

  it('composes accents, as file names from macOS need', () => {
    expect(printableText('U\u0308ber カ\u3099', regular)).toBe('Über ガ');
  });

  it('drops invisible controls', () => {
    expect(printableText('a\u200db\u0007c\u202e', regular)).toBe('abc');
  });
});

import type { ReportFont } from './report-fonts.ts';

/**
 * Text as the font can show it. Combining sequences are composed where Unicode has the composed letter; a tab
 * becomes a space; invisible controls go; any other character that the font lacks (an emoji, say) is written as its
 * code point, as in [U+1F527], so that two files never look alike in print.
 */
export function printableText(text: string, font: ReportFont): string {
  let printable = '';
  for (const character of text.toWellFormed().normalize('NFC').replaceAll('\t', ' ')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || font.hasCharacter(codePoint)) printable += character;
    else if (!isInvisible(character))
      printable += `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return printable;
}

/** Controls, joiners, direction marks and variation selectors: they have no shape of their own. */
function isInvisible(character: string): boolean {
  return /[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u.test(character);
}

import LineBreaker from 'linebreak';
import { printableText } from './printable-text.ts';
import type { ReportFont } from './report-fonts.ts';

const separators = [' ', '_', '-', '.', '/', '\\', ','];
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks text into lines no wider than `width` points. Lines end where UAX #14 allows it (between words, between
 * Japanese characters save before closing punctuation); a word that is wider than a whole line, such as a file name
 * without spaces, is broken after a separator or, failing that, anywhere.
 *
 * @returns At least one line; trailing spaces are cut.
 */
export function wrapText(text: string, font: ReportFont, size: number, width: number): string[] {
  const printable = printableText(text, font);
  if (!printable.includes('\n') && font.widthOf(printable, size) <= width) return [printable.trimEnd()];

  const lines: string[] = [];
  let line = '';
  const finish = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  for (const { piece, required } of pieces(printable)) {
    if (font.widthOf((line + piece).trimEnd(), size) <= width) {
      line += piece;
    } else if (font.widthOf(piece.trimEnd(), size) <= width) {
      finish();
      line = piece;
    } else {
      // Start the long word on the current line: a line for itself would leave a hole.
      const parts = splitLongWord(line + piece, font, size, width);
      line = parts.pop() ?? '';
      lines.push(...parts);
    }
    if (required) finish();
  }
  if (line !== '' || lines.length === 0) finish();
  return lines;
}

function* pieces(text: string): Generator<{ piece: string; required: boolean }> {
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const piece = text.slice(start, next.position);
    start = next.position;
    yield { piece: piece.replace(/[\r\n]+$/, ''), required: next.required && /[\r\n]$/.test(piece) };
  }
}

/** Cuts into parts that each fit a line, after a separator in the second half of the line where there is one. */
function splitLongWord(word: string, font: ReportFont, size: number, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && font.widthOf(part + segment, size) > width) {
      const cut = lastSeparator(part);
      parts.push(part.slice(0, cut).trimEnd());
      part = part.slice(cut);
    }
    part += segment;
  }
  parts.push(part);
  return parts;
}

function lastSeparator(part: string): number {
  const cut = Math.max(...separators.map((separator) => part.lastIndexOf(separator))) + 1;
  return cut > part.length / 2 ? cut : part.length;
}

import type { EncodingName } from '../../../src-shared/domain/signal.ts';
import { unreadableTable } from './signal-errors.ts';
import type { PlainReason } from './signal-errors.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: EncodingName;
}

/** Kinds of files that are chosen by mistake, by how they begin. */
const signatures: readonly (readonly [begin: readonly number[], reason: PlainReason])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'table.png'],
  [[0xff, 0xd8, 0xff], 'table.jpeg'],
  [[0x25, 0x50, 0x44, 0x46], 'table.pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'table.excel'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'table.old-excel'],
];

/**
 * The text of a file. A byte order mark decides; without one, UTF-16 is known by its zeros, UTF-8 by being valid;
 * what is left is Shift_JIS where that gives words of Japanese, and windows-1252 otherwise.
 *
 * @throws SparsightError 'signal.unreadable' when the bytes are no text
 */
export function decodeText(bytes: Uint8Array, path: string): DecodedText {
  for (const [begin, reason] of signatures) {
    if (begin.every((byte, i) => bytes[i] === byte)) throw unreadableTable(path, reason);
  }
  const encoding = markedEncoding(bytes) ?? utf16ByZeros(bytes) ?? guessedEncoding(bytes);
  const text = decodeStrictly(bytes, encoding);
  // Control characters other than tabs and line ends are no part of a table.
  if (text === undefined || /[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(text)) {
    throw unreadableTable(path, 'table.binary');
  }
  return { text, encoding };
}

function markedEncoding(bytes: Uint8Array): EncodingName | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Digits in UTF-16 have a zero in every other byte. */
function utf16ByZeros(bytes: Uint8Array): EncodingName | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const most = head.length / 2;
  if (zeros[1]! > 0.5 * most && zeros[0]! < 0.1 * most) return 'utf-16le';
  if (zeros[0]! > 0.5 * most && zeros[1]! < 0.1 * most) return 'utf-16be';
  return undefined;
}

function guessedEncoding(bytes: Uint8Array): EncodingName {
  if (decodeStrictly(bytes, 'utf-8') !== undefined) return 'utf-8';
  const japanese = decodeStrictly(bytes, 'shift_jis');
  return japanese !== undefined && hasJapaneseWords(japanese) ? 'shift_jis' : 'windows-1252';
}

/** Nearly every accented letter is valid Shift_JIS as well, but stands alone among letters without accents. */
function hasJapaneseWords(text: string): boolean {
  const runs = text.match(/[^\p{ASCII}]+/gu) ?? [];
  const all = runs.reduce((sum, run) => sum + run.length, 0);
  const inWords = runs.reduce((sum, run) => sum + (run.length > 1 ? run.length : 0), 0);
  return inWords > all / 2;
}

function decodeStrictly(bytes: Uint8Array, encoding: EncodingName): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';

export interface ReportFont {
  /** TrueType, without kerning or substitutions: a text is exactly as wide as the sum of its advances. */
  readonly bytes: Buffer;
  /** Width in points of printable text at this size. */
  widthOf(text: string, size: number): number;
  hasCharacter(codePoint: number): boolean;
}

export interface ReportFonts {
  regular: ReportFont;
  bold: ReportFont;
}

let loaded: ReportFonts | undefined;

/**
 * The fonts of the PDF, read from assets/fonts once per process.
 *
 * @throws SparsightError `internal` if the installation lacks them.
 */
export function reportFonts(): ReportFonts {
  loaded ??= { regular: loadFont('sparsight-report-regular'), bold: loadFont('sparsight-report-bold') };
  return loaded;
}

function loadFont(name: string): ReportFont {
  const bytes = brotliDecompressSync(readFileSync(findAsset(join('assets', 'fonts', `${name}.ttf.br`))));
  const font = create(bytes) as Font;
  const covered = new Set(font.characterSet);
  const advances = new Map<number, number>();
  const advanceOf = (codePoint: number): number => {
    const known = advances.get(codePoint);
    if (known !== undefined) return known;
    const advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
    advances.set(codePoint, advance);
    return advance;
  };
  return {
    bytes,
    widthOf: (text, size) => {
      let width = 0;
      for (const character of text) width += advanceOf(character.codePointAt(0) ?? 0);
      return width * size;
    },
    hasCharacter: (codePoint) => covered.has(codePoint),
  };
}

/** Sources and compiled files lie at different depths below the folder that holds assets/. */
function findAsset(path: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) {
      throw reasonedError('internal', 'installation.incomplete', { path }, { path });
    }
  }
}

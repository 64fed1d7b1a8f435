import type { ReportFonts } from './report-fonts.ts';
import type { TextStyle } from './type-styles.ts';
import { wrapText } from './wrap-text.ts';

/** A4 with its margins, in points. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 42.64,
  top: 58,
  bottom: 60,
  contentWidth: 510,
} as const;

type StructureTag = Parameters<PDFKit.PDFDocument['struct']>[0];
type StructureElement = ReturnType<PDFKit.PDFDocument['struct']>;

/** Draws downwards from page to page: keeps the cursor, breaks pages, and tags what it draws for screen readers. */
export class PageFlow {
  /** Distance of the cursor from the top of the page, in points. */
  y: number = page.top;
  readonly pdf: PDFKit.PDFDocument;
  readonly fonts: ReportFonts;
  readonly #open: StructureElement[];

  constructor(pdf: PDFKit.PDFDocument, fonts: ReportFonts) {
    this.pdf = pdf;
    this.fonts = fonts;
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    this.#open = [root];
  }

  /** Points left on this page. */
  get room(): number {
    return page.height - page.bottom - this.y;
  }

  /** Points on a whole page. */
  get pageRoom(): number {
    return page.height - page.bottom - page.top;
  }

  get atPageTop(): boolean {
    return this.y <= page.top;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = page.top;
  }

  /** Starts a page unless `height` points fit on this one; what is higher than a page stays where it is. */
  keepTogether(height: number): void {
    if (height > this.room && !this.atPageTop) this.newPage();
  }

  wrap(text: string, style: TextStyle, width: number): string[] {
    return wrapText(text, this.fonts[style.weight], style.size, width);
  }

  widthOf(text: string, style: TextStyle): number {
    return this.fonts[style.weight].widthOf(text, style.size);
  }

  /** Writes lines from `top` down without moving the cursor. `x` is the left edge, centre or right edge. */
  write(
    lines: string[],
    x: number,
    top: number,
    style: TextStyle,
    align: 'start' | 'centre' | 'end' = 'start',
  ): void {
    this.pdf.font(style.weight).fontSize(style.size).fillColor(style.colour);
    lines.forEach((line, i) => {
      if (line === '') return;
      const shift = align === 'start' ? 0 : this.widthOf(line, style) * (align === 'end' ? 1 : 0.5);
      // Centres the letters, whose height is 0.73 of the size, in the line.
      const baseline = top + i * style.lineHeight + (style.lineHeight + 0.73 * style.size) / 2;
      this.pdf.text(line, x - shift, baseline, { lineBreak: false, baseline: 'alphabetic' });
    });
  }

  /** Writes a paragraph of the content's width at the cursor, page by page where it is long. */
  paragraph(tag: StructureTag, text: string, style: TextStyle, indent = 0): void {
    let lines = this.wrap(text, style, page.contentWidth - indent);
    while (lines.length > 0) {
      this.keepTogether(Math.min(lines.length, 2) * style.lineHeight);
      const fitting = lines.slice(0, Math.max(1, Math.floor(this.room / style.lineHeight)));
      lines = lines.slice(fitting.length);
      this.leaf(tag, () => {
        this.write(fitting, page.left + indent, this.y, style);
      });
      this.y += fitting.length * style.lineHeight;
    }
  }

  /** Runs `draw` with everything in it below one structure element; pages may break inside. */
  group(tag: StructureTag, draw: () => void): void {
    const element = this.pdf.struct(tag);
    this.#parent().add(element);
    this.#open.push(element);
    draw();
    this.#open.pop();
    element.end();
  }

  /** Draws one piece of content under a structure element; pages may not break inside. */
  leaf(tag: StructureTag, draw: () => void, options: { alt?: string } = {}): void {
    const element = this.pdf.struct(tag, options, draw);
    this.#parent().add(element);
    element.end();
  }

  /** Draws what only decorates: lines, tints, marks beside their word. */
  decoration(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** A line across the page at the cursor. */
  rule(colour: string, width = 0.5): void {
    this.decoration(() => {
      this.pdf
        .moveTo(page.left, this.y)
        .lineTo(page.left + page.contentWidth, this.y)
        .lineWidth(width)
        .stroke(colour);
    });
  }

  end(): void {
    this.#open[0]?.end();
  }

  #parent(): StructureElement {
    const parent = this.#open.at(-1);
    if (parent === undefined) throw new Error('The document has been ended.');
    return parent;
  }
}

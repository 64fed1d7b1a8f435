import PDFDocument from 'pdfkit';
import type { ReportModel } from '../sections/section-model.ts';
import { drawCover } from './draw-cover.ts';
import { drawSection } from './draw-section.ts';
import { PageFlow } from './page-flow.ts';
import { reportFonts } from './report-fonts.ts';
import { drawRunningHeads } from './running-heads.ts';

/**
 * A4 pages with numbers, bookmarks, links and tags, fonts embedded and subset. The document's dates are the
 * report's, and pdfkit derives the file's identifier from them, so the same report gives the same bytes.
 */
export async function renderPdf(model: ReportModel): Promise<Uint8Array> {
  const fonts = reportFonts();
  const pdf = openDocument(model);
  const bytes = collect(pdf);
  pdf.registerFont('regular', fonts.regular.bytes);
  pdf.registerFont('bold', fonts.bold.bytes);

  const flow = new PageFlow(pdf, fonts);
  drawCover(flow, model);
  let chapter = pdf.outline;
  for (const section of model.sections) {
    drawSection(flow, section, (title) => {
      if (section.level === 1) chapter = pdf.outline.addItem(title);
      else chapter.addItem(title);
    });
  }
  drawRunningHeads(flow, model);
  flow.end();
  pdf.end();
  return bytes;
}

function openDocument(model: ReportModel): PDFKit.PDFDocument {
  const created = new Date(model.createdAt);
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: model.language,
    displayTitle: true,
    info: {
      Title: model.subject === '' ? model.title : `${model.title} – ${model.subject}`,
      ...(model.author === '' ? {} : { Author: model.author }),
      Subject: model.subject,
      Creator: model.software,
      Producer: model.software,
      CreationDate: created,
      ModDate: created,
    },
  });
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.on('error', reject);
  });
}

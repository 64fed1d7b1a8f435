import type { ReportDocument } from '../../../src-shared/domain/report.ts';
import { createFormatter } from '../locales/report-formatter.ts';
import { textsFor } from '../locales/texts-for.ts';
import { preparePictures } from '../pictures/prepare-pictures.ts';
import { appendixSection } from './appendix-section.ts';
import { detailSections } from './detail-sections.ts';
import { documentFrame } from './document-frame.ts';
import { methodNotesSection } from './method-notes-section.ts';
import { modelSection } from './model-section.ts';
import { partsSection } from './parts-section.ts';
import type { ReportModel } from './section-model.ts';
import type { SectionSource } from './section-source.ts';
import { studySections } from './study-section.ts';
import { histogramSection, summarySection } from './summary-sections.ts';
import { unreadableSection } from './unreadable-section.ts';

/** The whole report in the order in which it is read: the decision first, its evidence next, the method last. */
export async function buildSections(document: ReportDocument): Promise<ReportModel> {
  const texts = textsFor(document.language);
  const format = createFormatter(document.language, document.timeZone ?? 'UTC');
  const source: SectionSource = { document, texts, format };
  const pictures = await preparePictures(document.details);
  const { partNumber, batch } = document.fields;
  return {
    ...documentFrame(source, [partNumber, batch]),
    sections: [
      summarySection(source),
      histogramSection(source),
      modelSection(source),
      ...studySections(source),
      partsSection(source),
      ...detailSections(source, pictures),
      unreadableSection(source),
      methodNotesSection(source),
      appendixSection(source),
    ],
  };
}

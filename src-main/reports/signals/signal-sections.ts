import { versionsTable } from '../sections/appendix-section.ts';
import { documentFrame } from '../sections/document-frame.ts';
import type { ReportModel, Section } from '../sections/section-model.ts';
import { histogramSection, summarySection } from '../sections/summary-sections.ts';
import { unreadableSection } from '../sections/unreadable-section.ts';
import type { SignalReportDocument } from '../../../src-shared/domain/signal-report.ts';
import { learntFacts } from './learnt-facts.ts';
import { signalDetailSections } from './signal-details.ts';
import { signalPartsSection } from './signal-parts.ts';
import { signalSource } from './signal-source.ts';
import type { SignalSource } from './signal-source.ts';

/** A report on signals in the order in which it is read, as of images: the decision first, the method last. */
export function buildSignalSections(document: SignalReportDocument): ReportModel {
  const source = signalSource(document);
  const { partNumber, batch } = document.fields;
  return {
    ...documentFrame(source, [partNumber, batch, document.signal.column]),
    sections: [
      summarySection(source),
      histogramSection(source),
      learntSection(source),
      signalPartsSection(source),
      ...signalDetailSections(source),
      unreadableSection(source),
      notesSection(source),
      appendixSection(source),
    ],
  };
}

function learntSection(source: SignalSource): Section {
  return {
    id: 'learnt',
    level: 1,
    title: source.words.learnt.heading,
    startsPage: false,
    blocks: [{ kind: 'facts', title: null, facts: learntFacts(source) }],
  };
}

function notesSection({ document, texts, words, format }: SignalSource): Section {
  const paragraphs = words.notes(format.percent(document.falseRejectRate, 2));
  return {
    id: 'notes',
    level: 1,
    title: texts.notes.heading,
    startsPage: false,
    blocks: [{ kind: 'text', style: 'numbered', paragraphs }],
  };
}

function appendixSection(source: SignalSource): Section {
  return {
    id: 'appendix',
    level: 1,
    title: source.texts.appendix.software,
    startsPage: false,
    blocks: [versionsTable(source)],
  };
}

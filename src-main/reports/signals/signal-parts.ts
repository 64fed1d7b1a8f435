import type { SignalReportPart } from '../../../src-shared/domain/signal-report.ts';
import { detailId } from '../sections/details-heading.ts';
import type { Cell, Section } from '../sections/section-model.ts';
import type { SignalSource } from './signal-source.ts';

/** One row for each inspected signal. */
export function signalPartsSection({ document, texts, words, format }: SignalSource): Section {
  const detailOf = new Map(document.details.map((part, index) => [part.path, detailId(index)]));
  const row = (part: SignalReportPart): Cell[] => {
    const link = detailOf.get(part.path);
    return [
      link === undefined ? { text: part.name } : { text: part.name, link },
      { text: texts.decisions[part.decision], outcome: part.decision },
      { text: format.fixed(part.score, 2) },
      { text: format.count(part.samples) },
      { text: format.count(part.marks.length) },
      { text: part.reason },
    ];
  };
  return {
    id: 'parts',
    level: 1,
    title: words.partsTitle,
    startsPage: false,
    blocks: [
      document.parts.length === 0
        ? { kind: 'text', style: 'plain', paragraphs: [words.noneInspected] }
        : {
            kind: 'table',
            caption: words.partsCaption,
            columns: [
              { title: words.name, align: 'start', width: 25 },
              { title: texts.parts.decision, align: 'start', width: 13 },
              { title: texts.parts.score, align: 'end', width: 9 },
              { title: words.samples, align: 'end', width: 10 },
              { title: words.places, align: 'end', width: 9 },
              { title: texts.parts.reason, align: 'start', width: 40 },
            ],
            rows: document.parts.map(row),
          },
    ],
  };
}

import type { SectionSource } from './section-source.ts';
import type { Section } from './section-model.ts';

/** Four plain sentences for a reader who has never seen such a report. */
export function methodNotesSection({ document, texts, format }: SectionSource): Section {
  return {
    id: 'notes',
    level: 1,
    title: texts.notes.heading,
    startsPage: false,
    blocks: [
      {
        kind: 'text',
        style: 'numbered',
        paragraphs: texts.notes.sentences(format.percent(document.falseRejectRate, 2)),
      },
    ],
  };
}

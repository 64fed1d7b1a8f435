import type { ReportBase } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from './section-source.ts';
import type { Section } from './section-model.ts';

/** Files without a decision, each with what was wrong with it. */
export function unreadableSection({ document, texts }: SectionSource<ReportBase>): Section {
  const words = texts.unreadable;
  const none = document.unreadable.length === 0;
  return {
    id: 'unreadable',
    level: 1,
    title: words.heading,
    startsPage: !none || document.details.length > 0,
    blocks: none
      ? [{ kind: 'text', style: 'plain', paragraphs: [words.none] }]
      : [
          { kind: 'text', style: 'plain', paragraphs: [words.intro] },
          {
            kind: 'table',
            caption: words.heading,
            columns: [
              { title: words.file, align: 'start', width: 50 },
              { title: words.reason, align: 'start', width: 50 },
            ],
            rows: document.unreadable.map(({ path, reason }) => [{ text: path }, { text: reason }]),
          },
        ],
  };
}

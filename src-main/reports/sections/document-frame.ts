import type { ReportBase } from '../../../src-shared/domain/report.ts';
import { coverFacts } from './cover-facts.ts';
import type { ReportModel } from './section-model.ts';
import type { SectionSource } from './section-source.ts';

/**
 * What stands around the sections of every report: cover, heads, the document's properties.
 *
 * @param named what the head of each page says besides the project; empty texts are left out
 */
export function documentFrame(
  source: SectionSource<ReportBase>,
  named: readonly string[],
): Omit<ReportModel, 'sections'> {
  const { document, texts, format } = source;
  const { project, fields, software, createdAt, language, logo } = document;
  return {
    language,
    title: texts.title,
    subject: [project.name, ...named].filter((text) => text !== '').join(' · '),
    author: fields.operator,
    software: `${software.name} ${software.version}`,
    createdAt,
    created: format.dateTime(createdAt),
    pageNumber: texts.page,
    logo: logo ?? null,
    cover: coverFacts(source),
  };
}

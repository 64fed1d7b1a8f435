import type { ReportBase } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from './section-source.ts';
import type { Fact } from './section-model.ts';

/** Which parts these are, for whom, and when: empty fields are left out. */
export function coverFacts({ document, texts, format }: SectionSource<ReportBase>): Fact[] {
  const { cover } = texts;
  const { fields } = document;
  const facts: Fact[] = [
    { label: cover.project, value: document.project.name },
    { label: cover.partNumber, value: fields.partNumber },
    { label: cover.batch, value: fields.batch },
    { label: cover.customer, value: fields.customer },
    { label: cover.operator, value: fields.operator },
    { label: cover.inspected, value: format.dateTime(document.run.startedAt) },
    { label: cover.date, value: format.dateTime(document.createdAt) },
    { label: cover.remarks, value: fields.remarks, wide: true },
  ];
  return facts.filter((fact) => fact.value.trim() !== '');
}

import type { ReportBase } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from './section-source.ts';
import { recipeSettings } from './recipe-settings.ts';
import type { Section, TableBlock } from './section-model.ts';

/** What a successor needs to repeat the inspection: versions and every setting under its name in the recipe file. */
export function appendixSection(source: SectionSource): Section {
  const { document, texts } = source;
  const words = texts.appendix;
  const { model } = document;
  return {
    id: 'appendix',
    level: 1,
    title: words.heading,
    startsPage: false,
    blocks: [
      versionsTable(source),
      twoColumns(words.recipe, words.setting, words.value, recipeSettings(model.recipe, words.shapes)),
    ],
  };
}

/** What produced the results. */
export function versionsTable({ document, texts }: SectionSource<ReportBase>): TableBlock {
  const { software } = document;
  const words = texts.appendix;
  const versions = Object.entries({ [software.name]: software.version, ...software.components });
  return twoColumns(words.software, words.component, words.version, versions);
}

function twoColumns(caption: string, left: string, right: string, rows: [string, string][]): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: left, align: 'start', width: 40 },
      { title: right, align: 'start', width: 60 },
    ],
    rows: rows.map((row) => row.map((text) => ({ text }))),
  };
}

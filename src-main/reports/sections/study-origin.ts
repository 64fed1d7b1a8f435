import type { StudyOrigin } from '../../../src-shared/domain/model-studies.ts';
import { studyTexts } from '../locales/study-texts.ts';
import type { SectionSource } from './section-source.ts';

/** Sentences on where a study was measured; none when that was here, on the model of the report. */
export function originSentences({ document, format }: SectionSource, origin: StudyOrigin): string[] {
  const { taughtSince, measuredOn, elsewhere, madeAt } = origin;
  const words = studyTexts[document.language];
  const taught = { count: taughtSince, written: format.count(taughtSince) };
  return [
    ...(taughtSince === 0
      ? []
      : measuredOn === null
        ? [words.measuredEarlier(taught)]
        : [words.measuredOn(String(measuredOn), taught)]),
    ...(elsewhere ? [words.measuredElsewhere(format.date(madeAt))] : []),
  ];
}

import type { Worksheet } from 'exceljs';
import type { ModelStudies } from '../../../src-shared/domain/model-studies.ts';
import type { Pod } from '../../../src-shared/domain/study.ts';
import { studyTexts } from '../locales/study-texts.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { originSentences } from '../sections/study-origin.ts';
import { podName, remarkOn } from '../sections/study-section.ts';
import { fillTable } from './sheet-table.ts';
import type { SheetColumn } from './sheet-table.ts';

/** One row for each kind of defect and contrast; sizes in pixels, and in millimetres where they are known. */
export function fillDetection(
  sheet: Worksheet,
  source: SectionSource,
  study: NonNullable<ModelStudies['detection']>,
): void {
  const { language } = source.document;
  const words = studyTexts[language];
  const origin = words.sentences(originSentences(source, study));
  const sizes = (unit: string, perPixel: number): SheetColumn<Pod>[] =>
    [
      { title: words.half, of: (pod: Pod) => pod.a50 },
      { title: words.ninety, of: (pod: Pod) => pod.a90 },
      { title: words.sure, of: (pod: Pod) => pod.a90At95 },
    ].map(({ title, of }) => ({
      title: `${title} (${unit})`,
      width: 18,
      format: '0.00',
      value: (pod) => {
        const size = of(pod);
        return size === null ? null : size * perPixel;
      },
    }));
  fillTable<Pod>(
    sheet,
    [
      { title: words.kind, width: 32, value: (pod) => podName(language, pod) },
      { title: words.found, width: 14, value: (pod) => words.foundOf(String(pod.hits), String(pod.trials)) },
      ...sizes(words.pixels, 1),
      ...(study.millimetresPerPixel === null ? [] : sizes(words.millimetres, study.millimetresPerPixel)),
      { title: words.remark, width: 40, value: (pod) => remarkOn(language, pod) },
      ...(origin === '' ? [] : [{ title: words.origin, width: 48, wrapped: true, value: () => origin }]),
    ],
    study.pods,
  );
}

import { worthwhileGain } from '../../../src-shared/domain/study.ts';
import type { DetectionStudy, ImagesStudy, Pod } from '../../../src-shared/domain/study.ts';
import { layOutPodChart } from '../chart/pod-chart.ts';
import { studyTexts } from '../locales/study-texts.ts';
import type { Block, Section, TableBlock } from './section-model.ts';
import type { SectionSource } from './section-source.ts';
import { originSentences } from './study-origin.ts';

/** What the model can see and whether its images are enough; no section when nobody has asked. */
export function studySections(source: SectionSource): Section[] {
  const { images = null, detection = null } = source.document.studies ?? {};
  if (images === null && detection === null) return [];
  const { heading, sentences } = studyTexts[source.document.language];
  const blocks: Block[] = [];
  const paragraphs = [
    ...(images === null
      ? []
      : [sentences([learningSentence(source, images), ...originSentences(source, images)])]),
    ...(detection === null
      ? []
      : [sentences([...methodSentences(source, detection), ...originSentences(source, detection)])]),
  ];
  blocks.push({ kind: 'text', style: 'plain', paragraphs });
  if (detection !== null) blocks.push(podBlock(source, detection), sizesTable(source, detection));
  return [
    {
      id: 'studies',
      level: 1,
      title: heading,
      startsPage: false,
      blocks,
    },
  ];
}

function learningSentence({ document, format }: SectionSource, study: ImagesStudy): string {
  const words = studyTexts[document.language];
  const images = format.count(study.images);
  const gain = format.percent(study.gainOfDoubling, 0);
  return study.moreImages === 0
    ? words.enough(images, gain)
    : words.more(images, format.count(study.moreImages), format.percent(worthwhileGain, 0), gain);
}

function methodSentences({ document, format }: SectionSource, study: DetectionStudy): string[] {
  const words = studyTexts[document.language];
  const trials = Math.max(...study.pods.map((pod) => pod.trials));
  const method = words.method(format.count(study.parts), format.count(trials));
  return study.heldOut ? [method] : [method, words.notHeldOut];
}

function podBlock({ document, format }: SectionSource, study: DetectionStudy): Block {
  const words = studyTexts[document.language];
  const unit = study.millimetresPerPixel === null ? words.pixels : words.millimetres;
  const chart = layOutPodChart(study, {
    kind: (kind) => `${words.kinds[kind]}, ${unit}`,
    share: (share) => format.percent(share, 0),
    size: (size) => format.upTo(size, 2),
  });
  return { kind: 'pod', chart, caption: words.chartCaption, description: words.chartDescription };
}

function sizesTable({ document, format }: SectionSource, study: DetectionStudy): TableBlock {
  const words = studyTexts[document.language];
  const size = (pixels: number | null) => {
    if (pixels === null) return { text: words.beyond };
    const { millimetresPerPixel } = study;
    const inPixels = `${format.fixed(pixels, 1)} ${words.pixels}`;
    if (millimetresPerPixel === null) return { text: inPixels };
    return { text: `${format.fixed(pixels * millimetresPerPixel, 2)} ${words.millimetres} (${inPixels})` };
  };
  return {
    kind: 'table',
    caption: words.tableCaption,
    columns: [
      { title: words.kind, align: 'start', width: 26 },
      { title: words.found, align: 'end', width: 12 },
      { title: words.half, align: 'end', width: 16 },
      { title: words.ninety, align: 'end', width: 16 },
      { title: words.sure, align: 'end', width: 20 },
      { title: words.remark, align: 'start', width: 20 },
    ],
    rows: study.pods.map((pod) => [
      { text: podName(document.language, pod) },
      { text: words.foundOf(format.count(pod.hits), format.count(pod.trials)) },
      size(pod.a50),
      size(pod.a90),
      size(pod.a90At95),
      { text: remarkOn(document.language, pod) },
    ]),
  };
}

export function podName(language: SectionSource['document']['language'], { kind, contrast }: Pod): string {
  const { kinds, contrasts, named } = studyTexts[language];
  return contrast === null ? kinds[kind] : named(kinds[kind], contrasts[contrast]);
}

export function remarkOn(language: SectionSource['document']['language'], { outcome }: Pod): string {
  return outcome === 'fitted' || outcome === 'separated' ? '' : studyTexts[language].outcomes[outcome];
}

import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { ReportDetail } from '../../../src-shared/domain/report.ts';
import type { DetailPictures } from '../pictures/prepare-pictures.ts';
import { detailId, detailsHeading } from './details-heading.ts';
import type { SectionSource } from './section-source.ts';
import { heatMapLegend } from './heat-map-legend.ts';
import type { Block, Fact, Section } from './section-model.ts';

/**
 * A heading, then one page for each rejected or reviewed part.
 *
 * @param pictures For each detail of the document, its pictures ready for print.
 */
export function detailSections(source: SectionSource, pictures: DetailPictures[]): Section[] {
  const { document, texts } = source;
  const heading = detailsHeading(texts.details.heading, texts.details.none, document.details.length === 0);
  const details = document.details.map((part, index): Section => {
    const prepared = pictures[index];
    return {
      id: detailId(index),
      level: 2,
      title: part.name,
      startsPage: index > 0,
      blocks: [
        decisionBlock(source, part),
        ...(prepared === undefined ? [] : [picturesBlock(source, part, prepared)]),
        regionsBlock(source, part),
        { kind: 'facts', title: null, facts: partFacts(source, part) },
      ],
    };
  });
  return [heading, ...details];
}

function decisionBlock({ texts, format }: SectionSource, part: ReportDetail): Block {
  const words = texts.parts;
  return {
    kind: 'decision',
    outcome: part.decision,
    word: texts.decisions[part.decision],
    reason: part.reason,
    figures: [
      { label: words.score, value: format.fixed(part.score, 2) },
      { label: words.psnr, value: format.fixed(part.psnr, 1) },
      { label: words.ssim, value: format.fixed(part.ssim, 3) },
      { label: words.regions, value: format.count(part.regionCount) },
    ],
  };
}

function picturesBlock(source: SectionSource, part: ReportDetail, pictures: DetailPictures): Block {
  const words = source.texts.details;
  return {
    kind: 'pictures',
    pictures: [
      { title: words.image, note: '', description: words.imageAlt(part.name), ...pictures.image },
      { title: words.heatMap, note: '', description: words.heatMapAlt(part.name), ...pictures.heatMap },
      {
        title: words.expected,
        note: words.expectedNote,
        description: words.expectedAlt(part.name),
        ...pictures.expected,
      },
    ],
    legend: heatMapLegend(source),
  };
}

function regionsBlock({ texts, format }: SectionSource, part: ReportDetail): Block {
  const words = texts.regions;
  if (part.regions.length === 0) return { kind: 'text', style: 'plain', paragraphs: [words.none] };
  const row = (region: DefectRegion, index: number): { text: string }[] =>
    [
      format.count(region.rank),
      // Without grouping: in '1,204, 388' a reader could not tell x from y.
      `${region.box.x}, ${region.box.y}`,
      `${region.box.width} × ${region.box.height}`,
      format.count(region.area),
      format.fixed(region.peak.value, 2),
      part.regionReasons[index] ?? texts.none,
    ].map((text) => ({ text }));
  return {
    kind: 'table',
    caption: words.caption,
    columns: [
      { title: words.rank, align: 'end', width: 7 },
      { title: words.position, align: 'end', width: 17 },
      { title: words.size, align: 'end', width: 14 },
      { title: words.area, align: 'end', width: 11 },
      { title: words.peak, align: 'end', width: 9 },
      { title: words.reason, align: 'start', width: 55 },
    ],
    rows: part.regions.map(row),
  };
}

function partFacts({ texts, format }: SectionSource, part: ReportDetail): Fact[] {
  const words = texts.details;
  const facts: Fact[] = [
    { label: words.file, value: part.path, wide: true },
    { label: words.size, value: words.sizeValue(String(part.width), String(part.height)) },
    { label: words.checksum, value: part.sha256, wide: true },
  ];
  if (part.label !== null) facts.push({ label: texts.parts.label, value: part.label });
  if (part.verdict !== null) {
    const { decision, by, at, comment } = part.verdict;
    const verdict = words.verdictBy(texts.verdicts[decision], by, format.dateTime(at));
    const value = comment === '' ? verdict : `${verdict}${texts.colon}${comment}`;
    facts.push({ label: texts.parts.verdict, value, wide: true });
  }
  return facts;
}

import type { ReportBase } from '../../../src-shared/domain/report.ts';
import { layOutHistogram } from '../chart/histogram-chart.ts';
import type { SectionSource } from './section-source.ts';
import type { Section } from './section-model.ts';

const outcomes = ['pass', 'review', 'reject', 'unreadable'] as const;

/** How many parts passed. Shares are of all files, unreadable ones included, so that they add up to one. */
export function summarySection({ document, texts, format }: SectionSource<ReportBase>): Section {
  const { counts } = document;
  const files = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return {
    id: 'decisions',
    level: 1,
    title: texts.summary.heading,
    startsPage: false,
    blocks: [
      {
        kind: 'counts',
        counts: outcomes.map((outcome) => ({
          outcome,
          word: texts.decisions[outcome],
          count: format.count(counts[outcome]),
          share: format.percent(files === 0 ? 0 : counts[outcome] / files, 1),
        })),
        caption: texts.summary.total(format.count(files)),
      },
    ],
  };
}

/** How the inspected parts' scores lie against those of good parts and the limits. */
export function histogramSection({ document, texts, format }: SectionSource<ReportBase>): Section {
  const { histogram, limits } = document;
  const sum = (counts: number[]): string => format.count(counts.reduce((total, count) => total + count, 0));
  const review = format.fixed(limits.review, 2);
  const reject = format.fixed(limits.reject, 2);
  return {
    id: 'scores',
    level: 1,
    title: texts.histogram.heading,
    startsPage: false,
    blocks: [
      {
        kind: 'histogram',
        chart: layOutHistogram(histogram, limits, {
          inspected: texts.histogram.inspected(sum(histogram.inspected)),
          good: texts.histogram.good(sum(histogram.good)),
          scoreAxis: texts.histogram.xAxis,
          review: `${texts.histogram.reviewLimit} ${review}`,
          reject: `${texts.histogram.rejectLimit} ${reject}`,
          count: (count) => format.count(count),
          score: (score) => format.upTo(score, 2),
        }),
        caption: texts.histogram.caption(format.percent(document.falseRejectRate, 2)),
        description: texts.histogram.description(review, reject),
      },
    ],
  };
}

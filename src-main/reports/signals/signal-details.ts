import type { SignalReportDetail } from '../../../src-shared/domain/signal-report.ts';
import { layOutSignal } from '../chart/signal-chart.ts';
import { detailId, detailsHeading } from '../sections/details-heading.ts';
import type { Block, Section } from '../sections/section-model.ts';
import { placeText, shiftText } from './signal-source.ts';
import type { SignalSource } from './signal-source.ts';

/** A heading, then each rejected or reviewed signal with its curve and the places that differ. */
export function signalDetailSections(source: SignalSource): Section[] {
  const { document, texts, words } = source;
  const heading = detailsHeading(words.detailsTitle, words.noDetails, document.details.length === 0);
  const details = document.details.map((part, index): Section => {
    const checksum = { label: texts.details.checksum, value: part.sha256, wide: true } as const;
    const file = { label: texts.details.file, value: part.path, wide: true } as const;
    return {
      id: detailId(index),
      level: 2,
      title: part.name,
      startsPage: index > 0,
      blocks: [
        decisionBlock(source, part),
        signalBlock(source, part),
        marksBlock(source, part),
        { kind: 'facts', title: null, facts: [file, checksum] },
      ],
    };
  });
  return [heading, ...details];
}

function decisionBlock(source: SignalSource, part: SignalReportDetail): Block {
  const { texts, words, format } = source;
  return {
    kind: 'decision',
    outcome: part.decision,
    word: texts.decisions[part.decision],
    reason: part.reason,
    figures: [
      { label: texts.parts.score, value: format.fixed(part.score, 2) },
      { label: words.samples, value: format.count(part.samples) },
      ...(part.shift === null ? [] : [{ label: words.shift, value: shiftText(source, part, part.shift) }]),
      { label: words.places, value: format.count(part.marks.length) },
    ],
  };
}

function signalBlock({ document, words, format }: SignalSource, part: SignalReportDetail): Block {
  const { signal } = document;
  const { series, time } = part;
  const named = (name: string, unit: string | null) => (unit === null ? name : `${name} [${unit}]`);
  return {
    kind: 'signal',
    chart: layOutSignal(
      {
        ...series,
        usual: part.usual,
        samples: part.samples,
        marks: part.marks,
        markFrom: signal.markFrom,
        perSample: time?.interval ?? 1,
      },
      {
        values: named(signal.column, signal.unit),
        scores: words.chart.scores,
        places: time === null ? words.chart.places : named(time.name, time.unit),
        measured: words.chart.measured,
        rebuilt: words.chart.rebuilt,
        usual: words.chart.usual,
        number: (value) => format.upTo(value, 6),
      },
    ),
    caption: part.usual === null ? words.chart.caption : `${words.chart.captionUsual}${words.chart.caption}`,
    description: words.chart.description(part.name),
  };
}

function marksBlock(source: SignalSource, part: SignalReportDetail): Block {
  const { texts, words, format } = source;
  if (part.marks.length === 0) return { kind: 'text', style: 'plain', paragraphs: [words.marks.none] };
  return {
    kind: 'table',
    caption: words.marks.caption,
    columns: [
      { title: words.marks.from, align: 'end', width: 14 },
      { title: words.marks.to, align: 'end', width: 14 },
      { title: texts.parts.score, align: 'end', width: 12 },
      { title: words.marks.seen, align: 'start', width: 60 },
    ],
    rows: part.marks.map(({ from, to, score, fault }) => [
      { text: placeText(source, part, from) },
      { text: placeText(source, part, to) },
      { text: format.fixed(score, 2) },
      { text: words.faults[fault] },
    ]),
  };
}

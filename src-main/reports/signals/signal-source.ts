import type { SignalReportDocument, SignalReportPart } from '../../../src-shared/domain/signal-report.ts';
import { createFormatter } from '../locales/report-formatter.ts';
import { signalTexts } from '../locales/signal-texts.ts';
import type { SignalTexts } from '../locales/signal-texts.ts';
import { textsFor } from '../locales/texts-for.ts';
import type { SectionSource } from '../sections/section-source.ts';

/** What the sections of a report on signals are built from. */
export interface SignalSource extends SectionSource<SignalReportDocument> {
  readonly words: SignalTexts;
}

export function signalSource(document: SignalReportDocument): SignalSource {
  const { language, timeZone = 'UTC' } = document;
  const words = signalTexts[language];
  // Sections that say the same of signals and images take the title from here, too.
  const texts = { ...textsFor(language), title: words.title };
  return { document, texts, words, format: createFormatter(language, timeZone) };
}

/** By how much a cycle begins later than usual, or earlier: with its sign, in the unit of places. */
export function shiftText(source: SignalSource, part: SignalReportPart, shift: number): string {
  const sign = shift > 0 ? '+' : shift < 0 ? '−' : '';
  return `${sign}${lengthText(source, part, Math.abs(shift))}`;
}

/** A place in a signal: in the unit of its time column, or as its sample. */
export function placeText({ format }: SignalSource, { time }: SignalReportPart, sample: number): string {
  if (time === null) return format.count(sample);
  const unit = time.unit === null ? '' : ` ${time.unit}`;
  return `${format.upTo(sample * time.interval, 4)}${unit}`;
}

function lengthText(source: SignalSource, part: SignalReportPart, samples: number): string {
  const text = placeText(source, part, samples);
  return part.time === null ? source.words.inSamples(text) : text;
}

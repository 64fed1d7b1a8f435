import type { Fact } from '../sections/section-model.ts';
import type { SignalSource } from './signal-source.ts';

/** Which signal it is, what was learnt of it from which good ones, and how it was looked at. */
export function learntFacts({ document, texts, words, format }: SignalSource): Fact[] {
  const { signal, limits, parts } = document;
  const { learnt } = words;
  const time = parts.find((part) => part.time !== null)?.time ?? null;
  const length = (samples: number) => {
    const counted = format.count(samples);
    if (time === null) return words.inSamples(counted);
    const span = `${format.upTo(samples * time.interval, 4)} ${time.unit ?? ''}`.trim();
    return words.withTime(counted, span);
  };
  const unit = signal.unit === null ? '' : ` [${signal.unit}]`;
  return [
    { label: learnt.signal, value: `${signal.column}${unit}` },
    { label: learnt.files, value: format.count(signal.goodFiles) },
    {
      label: learnt.arrangement,
      value: learnt.arrangements[signal.arrangement](format.count(signal.partLength)),
      wide: true,
    },
    ...(signal.mostShift === null
      ? []
      : [{ label: learnt.beginning, value: learnt.shifted(length(signal.mostShift)), wide: true as const }]),
    { label: learnt.parts, value: format.count(signal.goodParts) },
    { label: learnt.windows, value: format.count(signal.goodWindows) },
    { label: learnt.windowLength, value: length(signal.windowLength) },
    { label: learnt.atoms, value: learnt.atomsValue(format.count(signal.atoms)) },
    {
      label: texts.model.limits,
      value: texts.model.limitsValue(format.fixed(limits.review, 2), format.fixed(limits.reject, 2)),
    },
    { label: texts.model.seed, value: String(signal.seed) },
    { label: texts.model.speed, value: texts.model.seconds(format.upTo(signal.seconds, 1)) },
  ];
}

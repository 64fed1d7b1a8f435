/** Indicators that have words of their own; the engine may come to know more. */
const indicators = [
  'brightness',
  'redGreen',
  'yellowBlue',
  'residual',
  'codeCost',
  'structure',
  'rebuilding',
  'material',
] as const;
type IndicatorWord = (typeof indicators)[number] | 'other';

export function indicatorWord(indicator: string): IndicatorWord {
  return indicators.find((known) => known === indicator) ?? 'other';
}

const detail = ['scaleFinest', 'scaleFine', 'scaleMiddle', 'scaleCoarse', 'scaleCoarsest'] as const;
type DetailWord = (typeof detail)[number];

/** Scale 0 sees the finest detail, each further one what is twice as large. */
export function detailWord(scale: number): DetailWord {
  return detail[Math.min(detail.length - 1, Math.max(0, scale))] ?? 'scaleCoarsest';
}

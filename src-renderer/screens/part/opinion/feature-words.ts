import { detailWord, indicatorWord } from '../explain/indicator-words.ts';

const whole = ['evidence', 'tintEvidence', 'peak', 'suspiciousShare', 'psnr', 'ssim'] as const;

type FeatureWord = (typeof whole)[number] | ReturnType<typeof indicatorWord>;

/** The words for a statistic: one of the whole part, or an indicator with the detail that it looks at. */
export function featureWords(feature: string): {
  word: FeatureWord;
  detail: ReturnType<typeof detailWord> | null;
} {
  const ofWhole = whole.find((name) => name === feature);
  if (ofWhole !== undefined) return { word: ofWhole, detail: null };
  const [, indicator = '', scale] = /^(.*?)(\d+)$/.exec(feature) ?? [];
  return { word: indicatorWord(indicator), detail: scale === undefined ? null : detailWord(Number(scale)) };
}

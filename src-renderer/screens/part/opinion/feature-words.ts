import { detailWord, indicatorWord } from '../explain/indicator-words.ts';

const whole = ['evidence', 'tintEvidence', 'peak', 'suspiciousShare', 'psnr', 'ssim'] as const;
const compared = [
  'evidenceOver',
  'indicatorsOver',
  'structureOver',
  'rebuildingOver',
  'materialOver',
] as const;
const excerpts = ['over12', 'over50', 'over200', 'over800'] as const;

type FeatureWord = (typeof whole)[number] | (typeof compared)[number] | ReturnType<typeof indicatorWord>;

/**
 * The words for a statistic: one of the whole part, what a comparison says over an excerpt, or an indicator with the detail
 * that it looks at.
 */
export function featureWords(feature: string): {
  word: FeatureWord;
  detail: ReturnType<typeof detailWord> | (typeof excerpts)[number] | null;
} {
  const ofWhole = whole.find((name) => name === feature);
  if (ofWhole !== undefined) return { word: ofWhole, detail: null };
  const word = compared.find((name) => feature.startsWith(name));
  const excerpt = excerpts.find((name) => feature.endsWith(name.slice('over'.length)));
  if (word !== undefined && excerpt !== undefined) return { word, detail: excerpt };
  const [, indicator = '', scale] = /^(.*?)(\d+)$/.exec(feature) ?? [];
  return { word: indicatorWord(indicator), detail: scale === undefined ? null : detailWord(Number(scale)) };
}

import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { ReportLanguage } from '../../../src-shared/domain/report.ts';

/** The sentences that say why, in one language. */
interface ReasonTexts {
  /** How many good parts look as unusual, such as 'about 1 in 240'. */
  rate: (goodParts: string) => string;
  /** The same beyond what can be told. */
  rarer: (goodParts: string) => string;
  pass: (rate: string) => string;
  review: (rate: string, regions: number) => string;
  reject: (rate: string, regions: number) => string;
  darker: (found: string, expected: string) => string;
  brighter: (found: string, expected: string) => string;
  residual: string;
  codeCost: string;
  colour: string;
  structure: string;
  rebuilding: string;
  material: string;
}

const locales: Record<ReportLanguage, string> = { en: 'en-GB', ja: 'ja-JP' };

const texts: Record<ReportLanguage, ReasonTexts> = {
  en: {
    rate: (goodParts) => `about 1 in ${goodParts}`,
    rarer: (goodParts) => `fewer than 1 in ${goodParts}`,
    pass: (rate) => `Like a good part: ${rate} good parts looks as unusual as this.`,
    review: (rate, regions) =>
      `Unusual: of good parts, ${rate} looks like this; ${places(regions)}. A person should look at it.`,
    reject: (rate, regions) => `Of good parts, ${rate} looks as unusual as this; ${places(regions)}.`,
    darker: (found, expected) => `Darker than a good part here: brightness ${found} instead of ${expected}.`,
    brighter: (found, expected) =>
      `Brighter than a good part here: brightness ${found} instead of ${expected}.`,
    residual: 'A structure that cannot be rebuilt from what good parts are made of.',
    codeCost: 'A pattern that good parts hardly ever show.',
    colour: 'A colour that good parts do not have at this place.',
    structure: 'A shape that good parts do not have at this place.',
    rebuilding: 'A shape that cannot be put together from what good parts show at this place.',
    material: 'A surface unlike that of good parts.',
  },
  ja: {
    rate: (goodParts) => `約${goodParts}個に1個`,
    rarer: (goodParts) => `${goodParts}個に1個未満`,
    pass: (rate) => `良品と同等です（この程度の差異は良品の${rate}に見られます）。`,
    review: (rate, regions) =>
      `通常と異なります（良品では${rate}）。差異のある箇所：${regions}か所。目視で確認してください。`,
    reject: (rate, regions) => `このような外観は良品では${rate}です。差異のある箇所：${regions}か所。`,
    darker: (found, expected) => `この位置の良品より暗い（明るさ ${found}、良品では ${expected}）。`,
    brighter: (found, expected) => `この位置の良品より明るい（明るさ ${found}、良品では ${expected}）。`,
    residual: '良品を構成する要素では再現できない構造があります。',
    codeCost: '良品にはほとんど現れない模様です。',
    colour: '良品ではこの位置に見られない色です。',
    structure: '良品ではこの位置に見られない形状です。',
    rebuilding: 'この位置の良品の画像を組み合わせても再現できない形状です。',
    material: '良品の表面とは異なる質感です。',
  },
};

const places = (regions: number) => `${regions} ${regions === 1 ? 'place stands' : 'places stand'} out`;

/** Beyond this, a rate is extrapolated so far that its digits mean nothing. */
const rarestTold = 6;

/** How many good parts are as unusual as a score says, in words. */
export function rateOf(language: ReportLanguage, exponent: number): string {
  const goodParts = 10 ** Math.min(rarestTold, Math.max(0, exponent));
  const format = new Intl.NumberFormat(locales[language], { maximumSignificantDigits: 2 });
  const text = format.format(goodParts);
  return exponent > rarestTold ? texts[language].rarer(text) : texts[language].rate(text);
}

/** Why a part was decided as it was, in one sentence or two. */
export function reasonFor(
  language: ReportLanguage,
  part: { decision: Decision; score: number; regionCount: number },
): string {
  const text = texts[language];
  const rate = rateOf(language, part.score);
  if (part.decision === 'pass') return text.pass(rate);
  return text[part.decision](rate, part.regionCount);
}

/** What is seen in a region, in one sentence. */
export function regionReasonFor(language: ReportLanguage, { indicator, intensity }: DefectRegion): string {
  const text = texts[language];
  if (indicator === 'residual') return text.residual;
  if (indicator === 'codeCost') return text.codeCost;
  if (indicator === 'colour') return text.colour;
  if (indicator === 'structure') return text.structure;
  if (indicator === 'rebuilding') return text.rebuilding;
  if (indicator === 'material') return text.material;
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 });
  const found = percent.format(intensity.found);
  const expected = percent.format(intensity.expected);
  return intensity.found < intensity.expected ? text.darker(found, expected) : text.brighter(found, expected);
}

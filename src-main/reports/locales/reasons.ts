import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import type { ReportLanguage } from '../../../src-shared/domain/report.ts';

/** The sentences that say why, in one language. */
interface ReasonTexts {
  /** `oneIn` is how many good parts there are for each that looks as unusual, already written out. */
  pass: (oneIn: string) => string;
  review: (oneIn: string, regions: number) => string;
  reject: (oneIn: string, regions: number) => string;
  darker: (found: string, expected: string) => string;
  brighter: (found: string, expected: string) => string;
  residual: string;
  codeCost: string;
  structure: string;
}

const locales: Record<ReportLanguage, string> = { en: 'en-GB', ja: 'ja-JP' };

const texts: Record<ReportLanguage, ReasonTexts> = {
  en: {
    pass: (oneIn) => `Looks like a good part: 1 in ${oneIn} good parts looks as unusual as this.`,
    review: (oneIn, regions) =>
      `Unusual: about 1 in ${oneIn} good parts looks like this; ${places(regions)}. A person should look at it.`,
    reject: (oneIn, regions) =>
      `Only about 1 in ${oneIn} good parts looks as unusual as this; ${places(regions)}.`,
    darker: (found, expected) => `Darker than a good part here: brightness ${found} instead of ${expected}.`,
    brighter: (found, expected) =>
      `Brighter than a good part here: brightness ${found} instead of ${expected}.`,
    residual: 'A structure that cannot be rebuilt from what good parts are made of.',
    codeCost: 'A pattern that good parts hardly ever show.',
    structure: 'A shape that good parts do not have at this place.',
  },
  ja: {
    pass: (oneIn) => `良品と同等です（良品の約${oneIn}個に1個はこの程度の差異を示します）。`,
    review: (oneIn, regions) =>
      `通常と異なります（良品では約${oneIn}個に1個の頻度）。差異のある箇所：${regions}か所。目視で確認してください。`,
    reject: (oneIn, regions) =>
      `良品ではこのような外観は約${oneIn}個に1個しかありません。差異のある箇所：${regions}か所。`,
    darker: (found, expected) => `この位置の良品より暗い（明るさ ${found}、良品では ${expected}）。`,
    brighter: (found, expected) => `この位置の良品より明るい（明るさ ${found}、良品では ${expected}）。`,
    residual: '良品を構成する要素では再現できない構造があります。',
    codeCost: '良品にはほとんど現れない模様です。',
    structure: '良品ではこの位置に見られない形状です。',
  },
};

const places = (regions: number) => `${regions} ${regions === 1 ? 'place stands' : 'places stand'} out`;

/** Beyond this, a rate is extrapolated so far that its digits mean nothing. */
const rarestTold = 6;

function oneIn(language: ReportLanguage, exponent: number): string {
  const count = 10 ** Math.min(rarestTold, Math.max(0, exponent));
  const format = new Intl.NumberFormat(locales[language], { maximumSignificantDigits: 2 });
  const text = format.format(Math.max(1, count));
  if (exponent <= rarestTold) return text;
  return language === 'ja' ? `${text}以上` : `more than ${text}`;
}

/** Why a part was decided as it was, in one sentence or two. */
export function reasonFor(
  language: ReportLanguage,
  part: { decision: Decision; score: number; regionCount: number },
): string {
  const text = texts[language];
  const rate = oneIn(language, part.score);
  if (part.decision === 'pass') return text.pass(rate);
  return text[part.decision](rate, part.regionCount);
}

/** What is seen in a region, in one sentence. */
export function regionReasonFor(language: ReportLanguage, { indicator, intensity }: DefectRegion): string {
  const text = texts[language];
  if (indicator === 'residual') return text.residual;
  if (indicator === 'codeCost') return text.codeCost;
  if (indicator === 'structure') return text.structure;
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 });
  const found = percent.format(intensity.found);
  const expected = percent.format(intensity.expected);
  return intensity.found < intensity.expected ? text.darker(found, expected) : text.brighter(found, expected);
}

import type { ReportLanguage } from '../../../src-shared/domain/report.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { ReportTexts } from './report-texts.ts';

const texts: Record<ReportLanguage, ReportTexts> = { en, ja };

export function textsFor(language: ReportLanguage): ReportTexts {
  return texts[language];
}

import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { ReportLanguage } from '../../../src-shared/domain/report.ts';
import { rateOf } from '../locales/reasons.ts';
import { signalTexts } from '../locales/signal-texts.ts';

/** Why a signal was decided as it was, in one sentence or two. */
export function signalReason(
  language: ReportLanguage,
  { decision, score, marks }: { decision: Decision; score: number; marks: readonly unknown[] },
): string {
  return signalTexts[language].reasons[decision](rateOf(language, score), marks.length);
}

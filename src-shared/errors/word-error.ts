import { wordReasons } from './reasons/word-reasons.ts';
import type { ErrorDetails } from './sparsight-error.ts';

/** What happened, without what to do next. */
export type Happening = Pick<ErrorDetails, 'message' | 'reasons'>;

/** The details of an error in a language; as they are where only the English sentences are known. */
export function wordError(language: string, details: ErrorDetails): ErrorDetails {
  return { ...details, ...inJapanese(language, details.reasons) };
}

/** What happened, in a language; as it is where only the English sentence is known. */
export function wordHappening(language: string, { message, reasons }: Happening): string {
  return inJapanese(language, reasons)?.message ?? message;
}

function inJapanese(language: string, reasons: ErrorDetails['reasons']) {
  return language !== 'ja' || reasons === undefined || reasons.length === 0
    ? undefined
    : wordReasons('ja', reasons);
}

import { wordReasons } from './reasons/word-reasons.ts';
import type { ErrorDetails } from './sparsight-error.ts';

/** The details of an error in a language; as they are where only the English sentences are known. */
export function wordError(language: string, details: ErrorDetails): ErrorDetails {
  const { reasons } = details;
  if (language !== 'ja' || reasons === undefined || reasons.length === 0) return details;
  return { ...details, ...wordReasons('ja', reasons) };
}

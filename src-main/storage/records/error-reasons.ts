import { errorReasonsSchema } from '../../../src-shared/contract/error.ts';
import type { ErrorReason } from '../../../src-shared/errors/reasons/reason-texts.ts';
import { fromJson, toJson } from './json-column.ts';

/** Reasons as a column keeps them; null where there are none. */
export function reasonsToText(reasons: readonly ErrorReason[] | undefined): string | null {
  return reasons === undefined ? null : toJson(errorReasonsSchema, reasons);
}

/**
 * What such a column holds, to be spread: nothing in rows that were written before reasons were kept.
 *
 * @param what names the column in the log
 * @throws MalformedRecord
 */
export function reasonsFromText(text: string | null, what: string): { reasons?: readonly ErrorReason[] } {
  return text === null ? {} : { reasons: fromJson(errorReasonsSchema, text, what) };
}

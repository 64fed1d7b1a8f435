import type { ErrorReason, ReasonName, ReasonValues } from './reasons/reason-texts.ts';
import { wordReasons } from './reasons/word-reasons.ts';
import { SparsightError } from './sparsight-error.ts';
import type { ErrorCode } from './sparsight-error.ts';

export interface ReasonedErrorOptions {
  readonly path?: string | undefined;
  readonly cause?: unknown;
  /** What it follows from; the last of them says what to do next. */
  readonly because?: readonly ErrorReason[] | undefined;
}

/** An error whose sentences exist in every language. */
export function reasonedError<Name extends ReasonName>(
  code: ErrorCode,
  name: Name,
  values: ReasonValues<Name>,
  { path, cause, because = [] }: ReasonedErrorOptions = {},
): SparsightError {
  const reasons = [{ name, values }, ...because];
  return new SparsightError({ code, ...wordReasons('en', reasons), path, reasons }, { cause });
}

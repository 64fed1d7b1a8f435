import type { ErrorReason } from './reasons/reason-texts.ts';
import { wordReasons } from './reasons/word-reasons.ts';

/**
 * What can go wrong, as codes that never change once released: callers branch on them, the log searches by them.
 * The first part names the area, the second the fact.
 */
export const errorCodes = [
  'input.missing',
  'input.not-a-folder',
  'input.empty',
  'input.unreadable',
  'input.too-few',
  'image.unreadable',
  'image.unsupported',
  'image.too-large',
  'image.too-small',
  'image.mixed-sizes',
  'image.changed',
  'image.duplicate',
  'image.missing',
  'image.suspicious',
  'signal.unreadable',
  'signal.too-large',
  'signal.no-numbers',
  'signal.column-missing',
  'signal.missing-values',
  'signal.constant',
  'signal.too-short',
  'signal.mixed',
  'recipe.invalid',
  'project.missing',
  'project.not-a-project',
  'project.damaged',
  'project.newer',
  'project.older',
  'project.locked',
  'project.read-only',
  'project.exists',
  'project.unreadable',
  'disk.full',
  'disk.read-only',
  'model.missing',
  'model.in-use',
  'model.not-a-model',
  'model.damaged',
  'run.missing',
  'result.missing',
  'job.missing',
  'job.cancelled',
  'job.interrupted',
  'usage.invalid',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorDetails {
  code: ErrorCode;
  /** What happened, for a person, in one sentence. */
  message: string;
  /** What to do next, in one sentence. */
  next: string;
  /** The file or folder it happened to, if any. */
  path?: string | undefined;
  /** The same for other languages, see `wordError`; left out where only the sentences above are known. */
  reasons?: readonly ErrorReason[] | undefined;
}

/** An error that a person can act on: it keeps code, message and next step on the far side of every boundary. */
export class SparsightError extends Error {
  readonly code: ErrorCode;
  readonly next: string;
  readonly path: string | undefined;
  readonly reasons: readonly ErrorReason[] | undefined;

  constructor(details: ErrorDetails, options?: ErrorOptions) {
    super(details.message, options);
    this.name = 'SparsightError';
    this.code = details.code;
    this.next = details.next;
    this.path = details.path;
    this.reasons = details.reasons;
  }

  details(): ErrorDetails {
    const { code, message, next, path, reasons } = this;
    return { code, message, next, path, ...(reasons === undefined ? {} : { reasons }) };
  }
}

/**
 * Any thrown value as details for a person. What is not ours becomes 'internal': its text stays in the log
 * and in the message, its stack never does.
 */
export function toErrorDetails(thrown: unknown): ErrorDetails {
  if (thrown instanceof SparsightError) return thrown.details();
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const reasons = [{ name: 'internal', values: { text } }] as const;
  return { code: 'internal', ...wordReasons('en', reasons), reasons };
}

export function isCancelled(thrown: unknown): boolean {
  return (
    (thrown instanceof SparsightError && thrown.code === 'job.cancelled') ||
    (thrown instanceof Error && thrown.name === 'AbortError')
  );
}

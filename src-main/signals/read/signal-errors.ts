import { basename } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { ReasonName, ReasonValues } from '../../../src-shared/errors/reasons/reason-texts.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

/** Reasons that need no more than the name of the file. */
export type PlainReason = {
  [Name in ReasonName]: 'file' extends keyof ReasonValues<Name>
    ? keyof ReasonValues<Name> extends 'file'
      ? Name
      : never
    : never;
}[ReasonName];

/** A file that is no table of text. */
export function unreadableTable(path: string, reason: PlainReason, cause?: unknown): SparsightError {
  return reasonedError('signal.unreadable', reason, { file: basename(path) }, { path, cause });
}

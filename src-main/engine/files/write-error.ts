import { dirname } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { ErrorCode } from '../../../src-shared/errors/sparsight-error.ts';

const denied = ['disk.read-only', 'write.denied'] as const;

const meanings = {
  ENOSPC: ['disk.full', 'write.full'],
  EDQUOT: ['disk.full', 'write.quota'],
  EROFS: ['disk.read-only', 'write.read-only'],
  EACCES: denied,
  EPERM: denied,
  ENOENT: ['input.missing', 'write.no-folder'],
  EISDIR: ['usage.invalid', 'write.is-folder'],
  ENOTDIR: ['usage.invalid', 'write.in-file'],
  EEXIST: ['usage.invalid', 'write.exists'],
  ENAMETOOLONG: ['usage.invalid', 'write.long-name'],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, `write.${string}`]>>;

const isKnown = (code: string): code is keyof typeof meanings => Object.hasOwn(meanings, code);

/** Why a file or folder could not be written, for a person; what the system says otherwise comes back as it is. */
export function writeError(path: string, cause: unknown): unknown {
  const system = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (!isKnown(system)) return cause;
  const [code, reason] = meanings[system];
  const about = system === 'ENOENT' ? dirname(path) : path;
  return reasonedError(code, reason, { path }, { path: about, cause });
}

import { dirname } from 'node:path';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';

type Reason = Pick<ErrorDetails, 'code' | 'next'> & { what: string };

const denied: Reason = {
  code: 'disk.read-only',
  what: 'permission is denied',
  next: 'Choose a folder that you may write to.',
};

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: { code: 'disk.full', what: 'the disk is full', next: 'Free some space and try again.' },
  EDQUOT: {
    code: 'disk.full',
    what: 'your share of the disk is used up',
    next: 'Free some space and try again.',
  },
  EROFS: { code: 'disk.read-only', what: 'the disk is read-only', next: 'Choose another place.' },
  EACCES: denied,
  EPERM: denied,
  ENOENT: { code: 'input.missing', what: 'its folder does not exist', next: 'Create the folder first.' },
  EISDIR: { code: 'usage.invalid', what: 'it is a folder', next: 'Name a file.' },
  ENOTDIR: { code: 'usage.invalid', what: 'its folder is a file', next: 'Name a place inside a folder.' },
  EEXIST: { code: 'usage.invalid', what: 'there is a file of that name', next: 'Choose another folder.' },
  ENAMETOOLONG: { code: 'usage.invalid', what: 'its name is too long', next: 'Choose a shorter name.' },
};

/** Why a file or folder could not be written, for a person; what the system says otherwise comes back as it is. */
export function writeError(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = reasons[code];
  if (reason === undefined) return cause;
  const { what, ...rest } = reason;
  return new SparsightError(
    {
      ...rest,
      message: `${path} cannot be written: ${what}.`,
      path: code === 'ENOENT' ? dirname(path) : path,
    },
    { cause },
  );
}

import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';

const reasons: Record<string, Pick<ErrorDetails, 'code' | 'next'> & { what: string }> = {
  ENOSPC: { code: 'disk.full', what: 'the disk is full', next: 'Free some space and try again.' },
  EDQUOT: {
    code: 'disk.full',
    what: 'your share of the disk is used up',
    next: 'Free some space and try again.',
  },
  EROFS: { code: 'disk.read-only', what: 'the disk cannot be written to', next: 'Choose another place.' },
  EACCES: {
    code: 'disk.read-only',
    what: 'permission is denied',
    next: 'Choose a folder that you may write to.',
  },
  EPERM: {
    code: 'disk.read-only',
    what: 'permission is denied',
    next: 'Choose a folder that you may write to.',
  },
  ENOENT: { code: 'input.missing', what: 'its folder does not exist', next: 'Create the folder first.' },
  EISDIR: { code: 'usage.invalid', what: 'it is a folder', next: 'Name a file.' },
  ENOTDIR: { code: 'usage.invalid', what: 'its folder is a file', next: 'Name a file in a folder.' },
  ENAMETOOLONG: { code: 'usage.invalid', what: 'its name is too long', next: 'Choose a shorter name.' },
};

/**
 * Writes a file whole or not at all: under another name first, then renamed.
 *
 * @throws SparsightError 'disk.full', 'disk.read-only', 'input.missing', 'usage.invalid'
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = reasons[code];
    if (reason === undefined) throw cause;
    const { what, ...rest } = reason;
    throw new SparsightError(
      {
        ...rest,
        message: `${path} cannot be written: ${what}.`,
        path: code === 'ENOENT' ? dirname(path) : path,
      },
      { cause },
    );
  }
}

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { exportAsCsv, unreadableSignal } from './signal-errors.ts';

/** The bytes of a file of signals and what identifies them. */
export interface TableFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
}

/** Some ten million numbers; larger files would not fit into the memory of an ordinary PC beside everything else. */
const mostBytes = 100 * 2 ** 20;

/**
 * Reads a file once: the same bytes are hashed and parsed.
 *
 * @throws SparsightError 'signal.unreadable' when it is missing, empty, no regular file or may not be read;
 *   'signal.too-large' above 100 MB
 */
export async function readTableFile(path: string): Promise<TableFile> {
  const bytes = await readRegularFile(path);
  if (bytes.length === 0) throw unreadableSignal(path, 'is empty (0 bytes)', exportAsCsv);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readRegularFile(path: string): Promise<Uint8Array> {
  try {
    // Opening a pipe or a device would wait for ever, so the kind is asked first.
    const stats = await stat(path);
    if (!stats.isFile()) throw unreadableSignal(path, 'is not a file', 'Choose a CSV file.');
    if (stats.size > mostBytes) throw tooLarge(path, stats.size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof SparsightError || !(error instanceof Error) || !('code' in error)) throw error;
    const reason = reasons[String(error.code)] ?? `cannot be read (${String(error.code)})`;
    throw unreadableSignal(path, reason, 'Check the path and that you may read the file.', error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist (any more)',
  EACCES: 'may not be read: permission denied',
  EPERM: 'may not be read: permission denied',
};

function tooLarge(path: string, bytes: number): SparsightError {
  const megabytes = (count: number) => Math.ceil(count / 2 ** 20);
  return new SparsightError({
    code: 'signal.too-large',
    message: `${basename(path)} has ${megabytes(bytes)} MB; at most ${megabytes(mostBytes)} MB can be read.`,
    next: 'Export a shorter time, fewer columns, or fewer samples per second.',
    path,
  });
}

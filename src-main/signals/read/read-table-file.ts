import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { unreadableTable } from './signal-errors.ts';
import type { PlainReason } from './signal-errors.ts';

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
  if (bytes.length === 0) throw unreadableTable(path, 'table.empty');
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readRegularFile(path: string): Promise<Uint8Array> {
  try {
    // Opening a pipe or a device would wait for ever, so the kind is asked first.
    const stats = await stat(path);
    if (!stats.isFile()) throw unreadableTable(path, 'table.no-file');
    if (stats.size > mostBytes) throw tooLarge(path, stats.size);
    return await readFile(path);
  } catch (error) {
    if (error instanceof SparsightError || !(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    const reason = reasons[code];
    if (reason !== undefined) throw unreadableTable(path, reason, error);
    const values = { file: basename(path), code };
    throw reasonedError('signal.unreadable', 'table.unreadable', values, { path, cause: error });
  }
}

const reasons: Readonly<Record<string, PlainReason>> = {
  ENOENT: 'table.gone',
  EACCES: 'table.denied',
  EPERM: 'table.denied',
};

function tooLarge(path: string, bytes: number): SparsightError {
  const megabytes = (count: number) => Math.ceil(count / 2 ** 20);
  const values = { file: basename(path), megabytes: megabytes(bytes), most: megabytes(mostBytes) };
  return reasonedError('signal.too-large', 'table.too-large', values, { path });
}

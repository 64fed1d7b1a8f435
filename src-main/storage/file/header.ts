import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { applicationId, sqliteMagic } from './format.ts';

/** What the first 100 bytes of a project say. */
export interface ProjectHeader {
  /** `user_version`: how many migrations the file has seen. */
  version: number;
  bytes: number;
}

/**
 * Reads the header without SQLite, which writes beside a database in WAL mode even when it is opened for reading:
 * a file that is not ours must stay as it is.
 *
 * Closing any descriptor of a file drops this process's locks on it, so this must not be called on a project that
 * the same process has open.
 *
 * @throws SparsightError project.missing, project.not-a-project, project.unreadable
 */
export function readHeader(path: string): ProjectHeader {
  const { header, bytes } = firstBytes(path);
  const ours =
    header.length === 100 &&
    header.toString('latin1', 0, 16) === sqliteMagic &&
    header.readUInt32BE(68) === applicationId;
  if (!ours) throw notAProject(path);
  return { version: header.readUInt32BE(60), bytes };
}

function firstBytes(path: string): { header: Buffer; bytes: number } {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const header = Buffer.alloc(100);
    const count = readSync(file, header, 0, header.length, 0);
    return { header: header.subarray(0, count), bytes: size };
  } catch (thrown) {
    throw unopenable(path, thrown);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function unopenable(path: string, thrown: unknown): SparsightError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'EISDIR') return notAProject(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return reasonedError('project.missing', 'project.missing', {}, { path, cause: thrown });
  }
  return reasonedError('project.unreadable', 'project.unreadable', {}, { path, cause: thrown });
}

function notAProject(path: string): SparsightError {
  return reasonedError('project.not-a-project', 'project.not-a-project', {}, { path });
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
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
    return new SparsightError(
      {
        code: 'project.missing',
        message: 'There is no project file of that name.',
        next: 'Check the name, or make a new project by training one.',
        path,
      },
      { cause: thrown },
    );
  }
  return new SparsightError(
    {
      code: 'project.unreadable',
      message: 'The project file cannot be read.',
      next: 'Check that you may read the file and that its drive is connected.',
      path,
    },
    { cause: thrown },
  );
}

function notAProject(path: string): SparsightError {
  return new SparsightError({
    code: 'project.not-a-project',
    message: 'The file is not a Sparsight project.',
    next: 'Choose a file that Sparsight made; their names end in .sparsight.',
    path,
  });
}

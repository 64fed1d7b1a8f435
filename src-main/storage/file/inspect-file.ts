import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { currentVersion } from '../migrations/migrate.ts';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { sideFiles } from './format.ts';
import { acquireSessionLock } from './session-lock.ts';
import type { SessionLock } from './session-lock.ts';
import { checkSoundness } from './soundness.ts';
import { projectError, sqliteCode, translateError } from './sqlite-errors.ts';

/**
 * Opens a project for reading and checks it whole. When it is refused, the file and its folder are as before.
 *
 * @param locked whether the caller holds the session lock
 * @throws SparsightError project.damaged, project.newer, project.read-only, project.unreadable
 */
export function connectAndCheck(path: string, locked: boolean): Connection {
  const before = sideFilesOf(path);
  let connection: Connection | undefined;
  try {
    connection = connect(path, { readonly: true });
    const version = checkSoundness(connection, statSync(path).size);
    if (version > currentVersion) throw newerProject(path);
    return connection;
  } catch (thrown) {
    connection?.close();
    removeNew(path, before, locked);
    // The header was a database's, so what SQLite cannot make sense of is damage.
    if (sqliteCode(thrown) === 'SQLITE_NOTADB') throw projectError('project.damaged', path, thrown);
    throw translateError(thrown, path);
  }
}

/** Whether a write was cut short that only a writer can take back. */
export function needsRollback(path: string): boolean {
  const journal = statSync(path + sideFiles.journal, { throwIfNoEntry: false });
  return journal !== undefined && journal.size > 0;
}

/**
 * Takes back a write that was cut short. The caller holds the session lock.
 *
 * @throws SqliteError
 */
export function rollBack(path: string): void {
  const connection = connect(path, { readonly: false });
  try {
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    connection.close();
  }
}

/** @throws SparsightError input.missing (the folder), project.read-only when file or folder cannot be written to */
export function checkWritable(path: string): void {
  if (!existsSync(dirname(path))) {
    throw reasonedError('input.missing', 'project.no-folder', {}, { path: dirname(path) });
  }
  try {
    if (existsSync(path)) accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (thrown) {
    throw projectError('project.read-only', path, thrown);
  }
}

export function newerProject(path: string): SparsightError {
  return reasonedError('project.newer', 'project.newer', {}, { path });
}

function sideFilesOf(path: string): string[] {
  return [path + sideFiles.wal, path + sideFiles.sharedMemory].filter((file) => existsSync(file));
}

/** Side files that our reading made go again, unless another session has begun to use them. */
function removeNew(path: string, before: readonly string[], locked: boolean): void {
  const made = sideFilesOf(path).filter((file) => !before.includes(file));
  if (made.length === 0) return;
  let lock: SessionLock | undefined;
  try {
    if (!locked) lock = acquireSessionLock(path);
    for (const file of made) rmSync(file, { force: true });
  } catch {
    // Someone writes the project at this moment: the files are theirs now.
  } finally {
    lock?.release();
  }
}

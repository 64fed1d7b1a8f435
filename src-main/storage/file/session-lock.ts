import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { sideFiles } from './format.ts';
import { projectError, translateError } from './sqlite-errors.ts';

/** Held by the one session that may write to a project. */
export interface SessionLock {
  release(): void;
}

/** Long enough for the system to take back the lock of a program that was just killed. */
const patience = 250;

/**
 * Makes this session the only one that may write to the project, until `release`.
 *
 * The lock is the operating system's, which SQLite takes on an empty database beside the project: it ends with the
 * process however that ends, and a lock file that was left behind locks nothing. It stands apart from the project so
 * that others may still read that.
 *
 * @throws SparsightError project.locked, project.read-only
 */
export function acquireSessionLock(projectPath: string): SessionLock {
  const path = projectPath + sideFiles.lock;
  for (;;) {
    const before = identity(path) ?? makeEmpty(path, projectPath);
    const connection = lockExclusively(path, projectPath);
    // The session before us may have removed the file between our look and our lock: then we hold a lock on nothing.
    if (before !== undefined && identity(path) === before)
      return { release: () => release(connection, path) };
    connection.close();
  }
}

function lockExclusively(path: string, projectPath: string): Connection {
  let connection: Connection | undefined;
  try {
    connection = connect(path, { readonly: false, create: true, patience });
    // Nothing is ever written, so that a full disk does not stand in the way.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (thrown) {
    connection?.close();
    throw translateError(thrown, projectPath);
  }
}

/** Removed before it is unlocked, so that nobody can lock a file that is about to go; Windows needs it closed first. */
function release(connection: Connection, path: string): void {
  const removed = remove(path);
  connection.close();
  if (!removed) remove(path);
}

function remove(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    // Open by another session by now, which will remove it in its turn.
    return false;
  }
}

function makeEmpty(path: string, projectPath: string): string | undefined {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'ENOSPC') throw projectError('disk.full', projectPath, thrown);
    if (code !== 'EEXIST') throw projectError('project.read-only', projectPath, thrown);
  }
  return identity(path);
}

function identity(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}

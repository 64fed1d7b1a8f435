import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { migrate } from '../migrations/migrate.ts';
import { connect } from './connection.ts';
import { applicationId, sideFiles } from './format.ts';
import { projectError, translateError } from './sqlite-errors.ts';

/** What a project says of itself from its first moment. */
export interface ProjectBirth {
  name: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Version of the program that made it. */
  appVersion: string;
}

/**
 * Makes an empty project under a temporary name and gives it its own once it is complete: at no moment is there half
 * a project of that name. The caller holds the session lock.
 *
 * @throws SparsightError project.exists, project.read-only, disk.full
 */
export function createProjectFile(path: string, birth: ProjectBirth): void {
  if (existsSync(path)) throw alreadyThere(path);
  const unborn = path + sideFiles.unborn;
  try {
    // A creation that was killed leaves one; the lock says that nobody is writing it now.
    removeProjectFile(unborn);
    writeEmptyProject(unborn, birth);
    publish(unborn, path);
  } catch (thrown) {
    throw translateError(thrown, path);
  } finally {
    removeProjectFile(unborn);
  }
}

function writeEmptyProject(path: string, { name, createdAt, appVersion }: ProjectBirth): void {
  const connection = connect(path, { readonly: false, create: true });
  try {
    connection.pragma('synchronous = FULL');
    connection.pragma(`application_id = ${applicationId}`);
    migrate(connection);
    connection
      .prepare('INSERT INTO project (id, name, created_at, app_version) VALUES (1, ?, ?, ?)')
      .run(name, createdAt, appVersion);
  } finally {
    connection.close();
  }
}

/**
 * Gives a complete file its final name, never in place of another file, and makes the name durable.
 *
 * @throws SparsightError project.exists, disk.full, project.read-only
 */
export function publish(unborn: string, path: string): void {
  try {
    linkSync(unborn, path);
    rmSync(unborn);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'EEXIST' || existsSync(path)) throw alreadyThere(path, thrown);
    if (code === 'ENOSPC') throw projectError('disk.full', path, thrown);
    // A drive without hard links (FAT): whoever else writes projects here waits for the session lock.
    renameSync(unborn, path);
  }
  syncFolder(dirname(path));
}

function syncFolder(folder: string): void {
  // Windows neither can nor needs to.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a project, or what was to become one, with what SQLite put beside it. The caller holds the session lock. */
export function removeProjectFile(path: string): void {
  for (const suffix of ['', sideFiles.journal, sideFiles.wal, sideFiles.sharedMemory]) {
    rmSync(path + suffix, { force: true });
  }
}

function alreadyThere(path: string, cause?: unknown): SparsightError {
  return reasonedError('project.exists', 'project.exists', {}, { path, cause });
}

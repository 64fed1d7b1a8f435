import { existsSync } from 'node:fs';
import { reasonedError } from '../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import { connect } from './file/connection.ts';
import { publish, removeProjectFile } from './file/create-file.ts';
import { sideFiles } from './file/format.ts';
import { projectPath } from './file/project-path.ts';
import { acquireSessionLock } from './file/session-lock.ts';
import { translateError } from './file/sqlite-errors.ts';
import type { OpenProject } from './open-project.ts';

/**
 * Copies an open project, as it is at one moment, to a file that is not there yet. Other work goes on meanwhile.
 *
 * @throws SparsightError project.exists, disk.full, project.read-only (the folder), usage.invalid (the name)
 */
export async function backup(project: OpenProject, path: string): Promise<void> {
  const target = projectPath(path);
  if (existsSync(target)) throw alreadyThere(target);
  const lock = acquireSessionLock(target);
  const unborn = target + sideFiles.unborn;
  try {
    removeProjectFile(unborn);
    await project.copyPages(unborn);
    leaveWalMode(unborn);
    publish(unborn, target);
  } catch (thrown) {
    throw translateError(thrown, target);
  } finally {
    removeProjectFile(unborn);
    lock.release();
  }
}

/** The copy of a project in use says that it is in use; at rest it must be one plain file. */
function leaveWalMode(path: string): void {
  const connection = connect(path, { readonly: false });
  try {
    connection.pragma('synchronous = FULL');
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
}

function alreadyThere(path: string): SparsightError {
  return reasonedError('project.exists', 'project.copy-exists', {}, { path });
}

/*
 * Opens the project named by its argument in every way and prints, as JSON, what came of each. Where it may do
 * everything, it first gives up its rights, for permissions do not bind such a user.
 */
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { connect } from '../../../src-main/storage/file/connection.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import type { OpenOptions } from '../../../src-main/storage/open-project.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import { projectRecord } from '../../../src-main/storage/records/project-record.ts';

const path = process.argv[2]!;
const birth = { name: 'New', createdAt: '2030-01-02T03:04:05.000Z', appVersion: '0' };

function attempt(act: () => string): string {
  try {
    return act();
  } catch (thrown) {
    return thrown instanceof SparsightError ? thrown.code : String(thrown);
  }
}

function nameOf(file: string, options: OpenOptions): string {
  const project = openProject(file, options);
  const { name } = projectRecord(project);
  project.close();
  return name;
}

// The library must be loaded while its folder can still be read.
connect(':memory:', { readonly: false, create: true }).close();
if (process.getuid?.() === 0) {
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}

const outcomes = {
  read: attempt(() => nameOf(path, { mode: 'read' })),
  'write to what was opened for reading': attempt(() => {
    const project = openProject(path, { mode: 'read' });
    putImages(project, []);
    return 'written';
  }),
  write: attempt(() => nameOf(path, { mode: 'write' })),
  create: attempt(() => nameOf(join(dirname(path), 'new.sparsight'), { mode: 'create', ...birth })),
};
writeSync(1, JSON.stringify(outcomes));

import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import type { Connection } from '../../../src-main/storage/file/connection.ts';
import { currentVersion } from '../../../src-main/storage/migrations/migrate.ts';
import { appendLog } from '../../../src-main/storage/records/log.ts';
import {
  codeOf,
  fingerprint,
  logEntry,
  newProject,
  open,
  storedProject,
  temporaryFolder,
} from './project-fixture.ts';

function alter(path: string, change: (connection: Connection) => void): void {
  const connection = connect(path, { readonly: false });
  change(connection);
  connection.close();
}

/** A project that something made unusable, and the error that says so. */
const refusals: [string, string, (path: string) => void][] = [
  ['a text file', 'project.not-a-project', (path) => writeFileSync(path, 'not a database '.repeat(100))],
  ['an empty file', 'project.not-a-project', (path) => writeFileSync(path, '')],
  ['a folder', 'project.not-a-project', (path) => mkdirSync(path)],
  [
    'a database of another program',
    'project.not-a-project',
    (path) => {
      const connection = connect(path, { readonly: false, create: true });
      connection.exec('CREATE TABLE notes (text TEXT)');
      connection.close();
    },
  ],
];

const damages: [string, string, (path: string) => void][] = [
  ['cut short', 'project.damaged', (path) => truncateSync(path, statSync(path).size - 8192)],
  ['cut off after its header', 'project.damaged', (path) => truncateSync(path, 100)],
  [
    'overwritten in the middle',
    'project.damaged',
    (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 4096);
      writeFileSync(path, bytes);
    },
  ],
  [
    'without one of its tables',
    'project.damaged',
    (path) => alter(path, (db) => db.exec('DROP TABLE verdicts')),
  ],
  [
    'with a trigger that is not ours',
    'project.damaged',
    (path) =>
      alter(path, (db) =>
        db.exec('CREATE TRIGGER strange AFTER INSERT ON images BEGIN DELETE FROM images; END'),
      ),
  ],
  [
    'of a newer version',
    'project.newer',
    (path) => alter(path, (db) => db.pragma(`user_version = ${currentVersion + 1}`)),
  ],
];

describe('a file that cannot be used', () => {
  it('refuses a file that is not there', () => {
    const folder = temporaryFolder();
    for (const mode of ['read', 'write'] as const) {
      expect(codeOf(() => open(join(folder, 'none.sparsight'), mode))).toBe('project.missing');
      expect(codeOf(() => open(join(folder, 'none', 'none.sparsight'), mode))).toBe('project.missing');
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(refusals)('refuses %s (%s) and leaves it as it was', (_what, code, make) => {
    const folder = temporaryFolder();
    const path = join(folder, 'strange.sparsight');
    make(path);
    const before = statSync(path).isFile() ? fingerprint(folder) : undefined;
    expect(codeOf(() => open(path, 'read'))).toBe(code);
    expect(codeOf(() => open(path, 'write'))).toBe(code);
    expect(codeOf(() => open(path, 'create'))).toBe('project.exists');
    if (before !== undefined) expect(fingerprint(folder)).toEqual(before);
  });

  it.each(damages)('refuses a project %s (%s) and leaves it as it was', (_what, code, damage) => {
    const folder = temporaryFolder();
    const path = storedProject(folder);
    damage(path);
    const before = fingerprint(folder);
    expect(codeOf(() => open(path, 'read'))).toBe(code);
    expect(codeOf(() => open(path, 'write'))).toBe(code);
    expect(fingerprint(folder)).toEqual(before);
  });

  it('refuses a damaged copy of a project in use and leaves it as it was', () => {
    const folder = temporaryFolder();
    const project = newProject();
    appendLog(project, logEntry);
    const copy = join(folder, 'copy.sparsight');
    copyFileSync(project.path, copy);
    truncateSync(copy, statSync(copy).size - 4096);
    const before = fingerprint(folder);
    expect(codeOf(() => open(copy, 'read'))).toBe('project.damaged');
    expect(codeOf(() => open(copy, 'write'))).toBe('project.damaged');
    expect(fingerprint(folder)).toEqual(before);
  });
});

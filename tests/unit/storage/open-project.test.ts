import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import type { Connection } from '../../../src-main/storage/file/connection.ts';
import { applicationId } from '../../../src-main/storage/file/format.ts';
import { currentVersion } from '../../../src-main/storage/migrations/migrate.ts';
import { appendLog, listLog } from '../../../src-main/storage/records/log.ts';
import { projectRecord } from '../../../src-main/storage/records/project-record.ts';
import { birth, codeOf, newProject, now, open, temporaryFolder } from './project-fixture.ts';

const entry = { at: now, who: 'Ada', action: 'train', subject: 'model 1', detail: { parts: 60 } };

/** A closed project with something in it. */
function storedProject(folder = temporaryFolder()): string {
  const project = newProject(folder);
  project.transaction(() => {
    for (let i = 0; i < 400; i++) appendLog(project, { ...entry, detail: 'x'.repeat(500) });
  });
  project.close();
  return project.path;
}

/** Names and contents of everything in the folder. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

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

describe('opening a project', () => {
  it('keeps what an earlier session wrote', () => {
    const path = storedProject();
    const project = open(path, 'write');
    expect(projectRecord(project)).toEqual(birth);
    expect(listLog(project, { offset: 0, limit: 1 }).total).toBe(400);
  });

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
    appendLog(project, entry);
    const copy = join(folder, 'copy.sparsight');
    copyFileSync(project.path, copy);
    truncateSync(copy, statSync(copy).size - 4096);
    const before = fingerprint(folder);
    expect(codeOf(() => open(copy, 'read'))).toBe('project.damaged');
    expect(codeOf(() => open(copy, 'write'))).toBe('project.damaged');
    expect(fingerprint(folder)).toEqual(before);
  });

  it('takes up what the log of a killed session holds', () => {
    const folder = temporaryFolder();
    const project = newProject();
    appendLog(project, entry);
    const copy = join(folder, 'copy.sparsight');
    copyFileSync(project.path, copy);
    copyFileSync(`${project.path}-wal`, `${copy}-wal`);
    const reader = open(copy, 'read');
    expect(listLog(reader, { offset: 0, limit: 9 }).total).toBe(1);
    reader.close();
    expect(listLog(open(copy, 'write'), { offset: 0, limit: 9 }).total).toBe(1);
  });

  it('gives a project to one writing session at a time', () => {
    const first = newProject();
    expect(codeOf(() => open(first.path, 'write'))).toBe('project.locked');
    expect(codeOf(() => open(first.path, 'write'))).toBe('project.locked');
    appendLog(first, entry);
    first.close();
    expect(open(first.path, 'write').readOnly).toBe(false);
  });

  it('sees one project behind two names', () => {
    const first = newProject();
    const other = join(temporaryFolder(), 'other.sparsight');
    symlinkSync(first.path, other);
    expect(codeOf(() => open(other, 'write'))).toBe('project.locked');
  });

  it('is not stopped by a lock file that a killed session left', () => {
    const path = storedProject();
    writeFileSync(`${path}-lock`, '');
    expect(open(path, 'write').readOnly).toBe(false);
  });

  it('lets others read while one writes', () => {
    const writer = newProject();
    const reader = open(writer.path, 'read');
    appendLog(writer, entry);
    expect(listLog(reader, { offset: 0, limit: 9 }).total).toBe(1);
    expect(codeOf(() => appendLog(reader, entry))).toBe('project.read-only');
    writer.close();
    expect(listLog(reader, { offset: 0, limit: 9 }).total).toBe(1);
    reader.close();
    expect(listLog(open(writer.path, 'write'), { offset: 0, limit: 9 }).total).toBe(1);
  });

  it('leaves one plain file when it is closed', () => {
    const folder = temporaryFolder();
    storedProject(folder);
    expect(readdirSync(folder)).toEqual(['brackets.sparsight']);
    const before = fingerprint(folder);
    open(join(folder, 'brackets.sparsight'), 'read').close();
    expect(fingerprint(folder)).toEqual(before);
  });

  it('writes ahead in a log, durably, with references checked', () => {
    const project = newProject();
    const setting = (name: string) =>
      project.read((database) => database.$client.pragma(name, { simple: true }));
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('application_id')).toBe(applicationId);
    expect(setting('user_version')).toBe(currentVersion);
    expect(project.version).toBe(currentVersion);
  });
});

describe('making a project', () => {
  it('never replaces a file', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'letter.sparsight');
    writeFileSync(path, 'Dear Ada');
    expect(codeOf(() => open(path, 'create'))).toBe('project.exists');
    expect(readFileSync(path, 'utf8')).toBe('Dear Ada');
    expect(readdirSync(folder)).toEqual(['letter.sparsight']);
  });

  it('is not stopped by what a killed creation left', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'parts.sparsight');
    writeFileSync(`${path}-new`, 'half a project');
    writeFileSync(`${path}-new-journal`, 'half a journal');
    open(path, 'create').close();
    expect(readdirSync(folder)).toEqual(['parts.sparsight']);
  });

  it.each([
    '部品 検査.sparsight',
    'it\'s "one" #1 ?%20.sparsight',
    'parts 😀.sparsight',
    `${'x'.repeat(232)}.sparsight`,
  ])('works under the name %s', (name) => {
    const folder = temporaryFolder();
    const path = join(folder, name);
    appendLog(open(path, 'create'), entry);
    expect(existsSync(path)).toBe(true);
    expect(listLog(open(path, 'read'), { offset: 0, limit: 1 }).total).toBe(1);
  });

  it.each([`${'x'.repeat(245)}.sparsight`, 'parts.sparsight '])('refuses the name %s', (name) => {
    const folder = temporaryFolder();
    expect(codeOf(() => open(join(folder, name), 'create'))).toBe('usage.invalid');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a folder that is not there', () => {
    expect(codeOf(() => open(join(temporaryFolder(), 'none', 'parts.sparsight'), 'create'))).toBe(
      'input.missing',
    );
  });

  it('works where a project has a second name', () => {
    const path = storedProject();
    linkSync(path, `${path}.backup`);
    expect(open(path, 'write').readOnly).toBe(false);
  });
});

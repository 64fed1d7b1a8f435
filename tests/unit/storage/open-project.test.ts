import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../src-main/storage/file/format.ts';
import { currentVersion } from '../../../src-main/storage/migrations/migrate.ts';
import { appendLog, listLog } from '../../../src-main/storage/records/log.ts';
import { projectRecord } from '../../../src-main/storage/records/project-record.ts';
import {
  birth,
  fingerprint,
  logEntry,
  newProject,
  open,
  storedProject,
  temporaryFolder,
} from './project-fixture.ts';

describe('opening a project', () => {
  it('keeps what an earlier session wrote', () => {
    const path = storedProject();
    const project = open(path, 'write');
    expect(projectRecord(project)).toEqual(birth);
    expect(listLog(project, { offset: 0, limit: 1 }).total).toBe(400);
  });

  it('takes up what the log of a killed session holds', () => {
    const folder = temporaryFolder();
    const project = newProject();
    appendLog(project, logEntry);
    const copy = join(folder, 'copy.sparsight');
    copyFileSync(project.path, copy);
    copyFileSync(`${project.path}-wal`, `${copy}-wal`);
    const reader = open(copy, 'read');
    expect(listLog(reader, { offset: 0, limit: 9 }).total).toBe(1);
    reader.close();
    expect(listLog(open(copy, 'write'), { offset: 0, limit: 9 }).total).toBe(1);
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

import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendLog, listLog } from '../../../src-main/storage/records/log.ts';
import { codeOf, logEntry, newProject, open, storedProject, temporaryFolder } from './project-fixture.ts';

describe('sessions on one project', () => {
  it('gives a project to one writing session at a time', () => {
    const first = newProject();
    expect(codeOf(() => open(first.path, 'write'))).toBe('project.locked');
    expect(codeOf(() => open(first.path, 'write'))).toBe('project.locked');
    appendLog(first, logEntry);
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
    appendLog(writer, logEntry);
    expect(listLog(reader, { offset: 0, limit: 9 }).total).toBe(1);
    expect(codeOf(() => appendLog(reader, logEntry))).toBe('project.read-only');
    writer.close();
    expect(listLog(reader, { offset: 0, limit: 9 }).total).toBe(1);
    reader.close();
    expect(listLog(open(writer.path, 'write'), { offset: 0, limit: 9 }).total).toBe(1);
  });
});

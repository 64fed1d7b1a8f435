import { existsSync, linkSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendLog, listLog } from '../../../src-main/storage/records/log.ts';
import { codeOf, logEntry, open, storedProject, temporaryFolder } from './project-fixture.ts';

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
    appendLog(open(path, 'create'), logEntry);
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

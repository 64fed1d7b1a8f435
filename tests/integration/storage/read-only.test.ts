import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src-main/storage/open-project.ts';
import { temporaryFolder } from './temporary-folder.ts';

const opener = join(import.meta.dirname, 'opener.ts');
/** What each way of opening says, asked by a program without special rights. */
function outcomes(path: string): Record<string, string> {
  const { stdout, stderr } = spawnSync(process.execPath, [opener, path], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>;
}

function storedProject(): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'parts.sparsight');
  openProject(path, {
    mode: 'create',
    name: 'Parts',
    createdAt: '2030-01-02T03:04:05.000Z',
    appVersion: '0',
  }).close();
  return { folder, path };
}

// Permissions of this kind are not known to Windows.
describe.skipIf(process.platform === 'win32')('a project that may not be written to', () => {
  it('can be read but not changed when its folder is read-only, and nothing appears beside it', () => {
    const { folder, path } = storedProject();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    try {
      expect(outcomes(path)).toEqual({
        read: 'Parts',
        'write to what was opened for reading': 'project.read-only',
        write: 'project.read-only',
        create: 'project.read-only',
      });
      expect(readdirSync(folder)).toEqual(['parts.sparsight']);
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it('can be read but not changed when only the file is read-only', () => {
    const { folder, path } = storedProject();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o777);
    expect(outcomes(path)).toMatchObject({ read: 'Parts', write: 'project.read-only', create: 'New' });
    expect(readdirSync(folder)).toEqual(['new.sparsight', 'parts.sparsight']);
  });

  it('says so when it may not even be read', () => {
    const { folder, path } = storedProject();
    chmodSync(folder, 0o755);
    chmodSync(path, 0o000);
    expect(outcomes(path)).toMatchObject({ read: 'project.unreadable', write: 'project.unreadable' });
  });

  it('asks to be copied when a killed session left it unfinished in a read-only folder', () => {
    const { folder, path } = storedProject();
    const project = openProject(path, { mode: 'write' });
    const copies = temporaryFolder();
    cpSync(folder, copies, { recursive: true, filter: (source) => !/-(shm|lock)$/.test(source) });
    project.close();
    chmodSync(copies, 0o555);
    try {
      expect(outcomes(join(copies, 'parts.sparsight'))).toMatchObject({ read: 'project.read-only' });
    } finally {
      chmodSync(copies, 0o755);
    }
  });
});

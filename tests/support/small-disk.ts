import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

const mount = (...args: string[]) => spawnSync('mount', args).status === 0;

/** A disk of its own in memory, for tests that fill it or forbid writing to it. */
export interface SmallDisk {
  readonly path: string;
  setReadOnly(readOnly: boolean): void;
  remove(): void;
}

/** Mounts a disk of so many KiB at a folder; null where this machine does not let us. */
export function mountSmallDisk(path: string, kibibytes: number): SmallDisk | null {
  mkdirSync(path, { recursive: true });
  if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', path))
    return null;
  return {
    path,
    setReadOnly(readOnly) {
      if (!mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`, path)) throw new Error('mount failed');
    },
    remove() {
      spawnSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/**
 * What to put before a command so that file permissions hold for it, root's process too; null where that cannot be
 * had.
 */
export function withoutPrivilege(): string[] | null {
  if (process.platform === 'win32') return null;
  if (process.getuid?.() !== 0) return [];
  const privileges = '-dac_override,-dac_read_search';
  const prefix = ['setpriv', `--bounding-set=${privileges}`, `--inh-caps=${privileges}`];
  return spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status === 0 ? prefix : null;
}

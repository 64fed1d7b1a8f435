import { open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeError } from './write-error.ts';

let written = 0;

/**
 * Writes a file whole or not at all: under another name first, then renamed. Links are followed.
 *
 * @throws SparsightError 'disk.full', 'disk.read-only', 'input.missing', 'usage.invalid'
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const unfinished = join(dirname(target), `.sparsight-${process.pid}-${++written}.tmp`);
  try {
    await writeDurably(unfinished, bytes);
    await rename(unfinished, target);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw writeError(path, cause);
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    // Unlike `write`, this goes on after a disk that is nearly full has taken a part only, and then hears that it is full.
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

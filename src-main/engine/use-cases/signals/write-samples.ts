import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleColumn, sampleSignals } from '../../../signals/samples/sample-signals.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { writeFileAtomically } from '../../files/write-atomically.ts';

export interface WrittenSamples {
  readonly folder: string;
  readonly good: string;
  readonly inspected: string;
  readonly column: string;
  readonly files: number;
}

/** Writes sample signals, into a new temporary folder when none is named. */
export async function writeSampleSignals(out: string | undefined, seed: number): Promise<WrittenSamples> {
  const folder = out === undefined ? await mkdtemp(join(tmpdir(), 'sparsight-signals-')) : resolve(out);
  const folders = { good: join(folder, 'good'), inspect: join(folder, 'inspect') };
  await makeFolder(folders.good);
  await makeFolder(folders.inspect);
  const samples = sampleSignals(seed);
  for (const { folder: kind, name, csv } of samples) {
    await writeFileAtomically(join(folders[kind], name), new TextEncoder().encode(csv));
  }
  return {
    folder,
    good: folders.good,
    inspected: folders.inspect,
    column: sampleColumn,
    files: samples.length,
  };
}

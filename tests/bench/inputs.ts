import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that was named, by option or environment; undefined when none was. */
export function folderOfData(option: string | undefined): string | undefined {
  const named = option ?? process.env.SPARSIGHT_BENCH_DATA;
  if (named === undefined || named === '') return undefined;
  const folder = resolve(named);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`${folder} is not a folder: --data or SPARSIGHT_BENCH_DATA must name one.`);
  }
  return folder;
}

/** The script that measures other software, by option or environment; null when none was named. */
export function peersScript(option: string | undefined): string | null {
  const named = option ?? process.env.SPARSIGHT_BENCH_PEERS;
  if (named === undefined || named === '') return null;
  const script = resolve(named);
  if (!existsSync(script)) throw new Error(`${script} is missing: --peers must name a Python script.`);
  return script;
}

/** A set of parts within the data, or why there is none. */
export function partsOf(data: string, set: string): { folder: string } | { missing: string } {
  const folder = join(data, set);
  return existsSync(folder) ? { folder } : { missing: `the folder ${set} is not in the data` };
}

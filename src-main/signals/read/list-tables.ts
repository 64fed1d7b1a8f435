import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';

/** Endings of files in a folder that are taken for tables. A file that is named itself is always read. */
const endings = new Set(['.csv', '.tsv', '.txt', '.dat', '.asc']);

const collator = new Intl.Collator('en', { numeric: true });

/**
 * The tables among files and in folders with their subfolders: absolute paths, each once, those of a folder in natural
 * order. What lies behind a name that begins with a dot is passed over.
 *
 * @throws SparsightError 'input.missing', 'input.unreadable', and 'input.empty' when there is no table at all
 */
export async function listTables(inputs: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const input of inputs.map((path) => resolve(path))) {
    for (const path of await tablesIn(input)) found.add(path);
  }
  if (found.size > 0) return [...found];
  const folders = inputs.map((input) => basename(resolve(input))).join(', ');
  throw reasonedError('input.empty', 'tables.none', { folders }, { path: inputs[0] });
}

async function tablesIn(input: string): Promise<string[]> {
  try {
    if (!(await stat(input)).isDirectory()) return [input];
    const entries = await readdir(input, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && endings.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !isHidden(path.slice(input.length)))
      .sort((a, b) => collator.compare(a, b));
  } catch (cause) {
    throw notThere(input, cause);
  }
}

const isHidden = (path: string) => path.split(/[\\/]/).some((name) => name.startsWith('.'));

function notThere(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const file = basename(path);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return reasonedError('input.missing', 'input.missing', { file }, { path, cause });
  if (code === 'EACCES') return reasonedError('input.unreadable', 'input.denied', { file }, { path, cause });
  if (typeof code !== 'string') return cause;
  return reasonedError('input.unreadable', 'input.unreadable', { file, code }, { path, cause });
}

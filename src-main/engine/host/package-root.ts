import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What our own package.json says, as far as the engine asks. */
export interface OwnManifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder of the application, from source, when built, and when packaged: the one that holds its package.json. */
export const packageRoot: string = findRoot(import.meta.dirname);

export const ownManifest = readManifest(packageRoot);

function findRoot(folder: string): string {
  try {
    if (readManifest(folder).name === 'sparsight') return folder;
  } catch {
    // No package.json here: it lies further up.
  }
  const above = dirname(folder);
  if (above === folder) throw new Error('the application has lost its package.json');
  return findRoot(above);
}

function readManifest(folder: string): OwnManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as OwnManifest;
}

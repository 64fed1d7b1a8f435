import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageLibraryVersions } from '../../libvips/sharp.ts';
import * as z from 'zod';
import { ownManifest, packageRoot } from './package-root.ts';

export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const typedSchema = z.object({ type: z.string() }).transform(({ type }) => type);

/** Old packages name their licence as an object, or several in a list. */
const manifestSchema = z.object({
  version: z.string(),
  license: z.union([z.string(), typedSchema]).optional(),
  licenses: z.array(typedSchema).optional(),
});

/** What the application is made of, by name: what it runs on, and the libraries that its package.json names. */
export async function listComponents(): Promise<Component[]> {
  const names = Object.keys(ownManifest.dependencies ?? {});
  const libraries = await Promise.all(names.map(readComponent));
  return [...runtimes(), ...libraries.flat()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

async function readComponent(name: string): Promise<Component[]> {
  try {
    const text = await readFile(join(packageRoot, 'node_modules', name, 'package.json'), 'utf8');
    const { version, license, licenses = [] } = manifestSchema.parse(JSON.parse(text));
    return [{ name, version, licence: license ?? licenses.join(' OR ') }];
  } catch {
    // A library that this packaging does without.
    return [];
  }
}

/** What no package.json of ours names. */
function runtimes(): Component[] {
  const { node, v8, electron, chrome } = process.versions as Partial<Record<string, string>>;
  const known: [name: string, version: string | undefined, licence: string][] = [
    ['Node.js', node, 'MIT'],
    ['V8', v8, 'BSD-3-Clause'],
    ['Electron', electron, 'MIT'],
    ['Chromium', chrome, 'BSD-3-Clause'],
    ['libvips', imageLibraryVersions().vips, 'LGPL-3.0-or-later'],
  ];
  return known.flatMap(([name, version, licence]) =>
    version === undefined ? [] : [{ name, version, licence }],
  );
}

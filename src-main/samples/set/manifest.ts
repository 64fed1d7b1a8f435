import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { sampleSettingsSchema } from '../settings.ts';
import { planSet } from './plan-set.ts';

/** Lies beside the parts and says who made them; a folder that has it may be made anew. */
export const manifestName = 'sample-parts.json';

export const manifestSchema = z.object({
  madeBy: z.literal('Sparsight sample parts'),
  seed: z.int(),
  settings: sampleSettingsSchema,
  /** What each part is, once all of them have been written. */
  parts: z.array(z.looseObject({ image: z.string(), mask: z.string().nullable() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Makes room for a set: removes the one that the generator left here before, and nothing else.
 *
 * @throws SparsightError 'usage.invalid' when the folder holds something that the generator did not make
 */
export async function clearFormerSet(folder: string): Promise<void> {
  const entries = await namesIn(folder);
  if (entries.length === 0) return;
  if (!entries.includes(manifestName)) throw notOurs(folder);
  const manifest = await readManifest(folder);
  for (const { image, mask } of planSet(manifest.settings.counts)) {
    await rm(join(folder, image), { force: true });
    if (mask !== null) await rm(join(folder, mask), { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch (cause) {
    throw notOurs(folder, { cause });
  }
}

function notOurs(folder: string, options?: ErrorOptions): SparsightError {
  return reasonedError('usage.invalid', 'folder.not-samples', { folder }, { path: folder, ...options });
}

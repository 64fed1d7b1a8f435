import { join } from 'node:path';
import type { Client } from '../../src-shared/contract/client.ts';
import type { InspectOutcome } from '../../src-shared/contract/outcomes.ts';
import { writeParts } from '../support/part-pictures.ts';
import { quickRecipe } from '../support/quick-recipe.ts';
import { endOf } from '../support/run-job.ts';

export const labelledRun = { good: 8, blots: 6 };

/** In the project that is open, learns good parts and inspects others that are labelled good or 'blot' or not at all. */
export async function inspectLabelled(client: Client, folder: string, isLabelled = true): Promise<number> {
  const learnt = join(folder, 'learnt');
  const parts = join(folder, 'parts');
  await writeParts(learnt, 12);
  await writeParts(join(parts, 'good'), labelledRun.good, { seed: 100 });
  await writeParts(join(parts, 'blot'), labelledRun.blots, { seed: 200, blot: true });
  const done = await endOf(client, client.jobs.train({ good: [learnt], recipe: quickRecipe }));
  if (done.error !== null) throw new Error(done.error.message);
  if (isLabelled) {
    const label = { kind: 'by-folder' as const };
    const imported = await endOf(client, client.images.import({ paths: [parts], label }));
    if (imported.error !== null) throw new Error(imported.error.message);
  }
  const { outcome, error } = await endOf<InspectOutcome>(
    client,
    client.jobs.inspect({ images: [parts], title: 'Monday' }),
  );
  if (outcome === null) throw new Error(error?.message);
  return outcome.runId;
}

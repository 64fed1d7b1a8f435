import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../src-shared/contract/client.ts';
import { quickRecipe, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** How many results can be seen once so many parts are said to be done. */
async function seenAfter(client: Client, job: { jobId: number }, parts: number): Promise<number> {
  let runId = 0;
  for await (const event of await client.jobs.events(job)) {
    if (event.type === 'run') runId = event.runId;
    if (event.type === 'progress' && event.progress.done >= parts) {
      const { total } = await client.results.list({ runId, limit: 1 });
      return total;
    }
  }
  throw new Error('The inspection ended before.');
}

it('the first result of an inspection can be seen as soon as its part is done', async () => {
  const folder = temporaryFolder();
  await writeParts(join(folder, 'good'), { count: 6, seed: 1 });
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'parts.sparsight'), mode: 'create' });
  await outcomeOf(client, client.jobs.train({ good: [join(folder, 'good')], recipe: quickRecipe }));
  const job = await client.jobs.inspect({ images: [join(folder, 'good')] });
  expect(await seenAfter(client, job, 1)).toBeGreaterThan(0);
});

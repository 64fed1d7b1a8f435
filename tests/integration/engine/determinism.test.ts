import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { quickRecipe, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function writeFolders() {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  const parts = join(folder, 'parts');
  await writeParts(good, { count: 8, seed: 1 });
  await writeParts(parts, { count: 6, seed: 2, scratched: true });
  return { folder, good, parts };
}

/** Learns and inspects in a new project. */
async function trainAndInspect(
  client: Client,
  project: string,
  { good, parts }: { good: string; parts: string },
  seed = 0,
) {
  await client.project.open({ path: project, mode: 'create' });
  const recipe = { ...quickRecipe, alignment: 'auto' as const };
  const { model } = await outcomeOf<TrainOutcome>(client, client.jobs.train({ good: [good], recipe, seed }));
  const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
  const { rows: results } = await client.results.list({ runId });
  const evidence = await Promise.all(
    results.map(async ({ id }) => {
      const { bytes } = await client.results.evidence({ resultId: id });
      return Buffer.from(await bytes.arrayBuffer()).toString('base64');
    }),
  );
  return {
    hash: model.hash,
    found: results.map(({ name, decision, score, psnr, ssim }, i) => ({
      ...{ name, decision, score, psnr, ssim },
      evidence: evidence[i],
    })),
  };
}

it('the same folder learnt and inspected again, with 1, 2 and 3 workers, gives the same model and scores bit for bit', async () => {
  const { folder, ...folders } = await writeFolders();
  const outcomes = [];
  for (const workers of [1, 2, 3, 2]) {
    const engine = startEngine(workers);
    const project = join(folder, `${outcomes.length}.sparsight`);
    outcomes.push(await trainAndInspect(engine.client, project, folders));
    await engine.close();
  }
  const [first, ...others] = outcomes;
  expect(first!.found).toHaveLength(6);
  for (const other of others) expect(other).toEqual(first);
});

it('another seed gives another model with another hash', async () => {
  const { folder, ...folders } = await writeFolders();
  const { client } = startEngine();
  const hashes = [];
  for (const seed of [0, 1, 2]) {
    const { hash } = await trainAndInspect(client, join(folder, `seed ${seed}.sparsight`), folders, seed);
    hashes.push(hash);
  }
  expect(new Set(hashes).size).toBe(3);
});

it('what an engine learnt in one project does not show in the next one', async () => {
  const { folder, ...folders } = await writeFolders();
  const alone = startEngine(1);
  const expected = await trainAndInspect(alone.client, join(folder, 'alone.sparsight'), folders, 2);
  await alone.close();
  const { client } = startEngine(1);
  await trainAndInspect(client, join(folder, 'first.sparsight'), folders, 1);
  expect(await trainAndInspect(client, join(folder, 'second.sparsight'), folders, 2)).toEqual(expected);
});

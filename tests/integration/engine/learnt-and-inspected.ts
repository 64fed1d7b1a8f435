import { join } from 'node:path';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { Client } from '../../../src-shared/contract/client.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { quickRecipe, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface LearntAndInspected {
  readonly client: Client;
  readonly folder: string;
  readonly good: string;
  readonly parts: string;
  readonly modelId: number;
  readonly runId: number;
}

/** A project with a model of good parts and an inspection of six others, of which two are scratched. */
export async function learntAndInspected(): Promise<LearntAndInspected> {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  const parts = join(folder, 'parts');
  await writeParts(good, { count: 10, seed: 1 });
  await writeParts(parts, { count: 6, seed: 2, scratched: true });
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'line.sparsight'), mode: 'create' });
  const recipe = recipeSchema.parse(quickRecipe);
  const { model } = await outcomeOf<TrainOutcome>(client, client.jobs.train({ good: [good], recipe }));
  const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
  return { client, folder, good, parts, modelId: model.id, runId };
}

import { join } from 'node:path';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { ResultRow } from '../../../src-shared/contract/results.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';

/** A run over good parts and parts with a blot, in the project that is open. */
export interface InspectedParts {
  readonly runId: number;
  /** With a blot, rejected; the strongest first. */
  readonly rejected: ResultRow[];
}

/** Learns good parts of 128 by 128 pixels and inspects others. */
export async function inspectParts(client: Client, folder: string): Promise<InspectedParts> {
  const good = join(folder, 'good');
  const parts = join(folder, 'parts');
  await writeParts(good, 14);
  await writeParts(join(parts, 'good'), 3, { seed: 100 });
  await writeParts(join(parts, 'blot'), 3, { seed: 200, blot: true });
  const learnt = await endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
  if (learnt.error !== null) throw new Error(learnt.error.message);
  return inspect(client, [parts]);
}

export async function inspect(client: Client, images: string[]): Promise<InspectedParts> {
  const { outcome, error } = await endOf<InspectOutcome>(client, client.jobs.inspect({ images }));
  if (outcome === null) throw new Error(error?.message);
  const { runId } = outcome;
  const query = { runId, decisions: ['reject' as const], sort: 'score' as const, descending: true };
  const { rows } = await client.results.list(query);
  return { runId, rejected: rows };
}

/** Where the window shows a part, and the list that next and previous go through. */
export function partAddress(resultId: number, query: object): string {
  return `#/part/${resultId}?${new URLSearchParams({ query: JSON.stringify(query) }).toString()}`;
}

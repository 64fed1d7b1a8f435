import { basename, resolve } from 'node:path';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { TeachOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { ResultRow } from '../../../src-shared/contract/results.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { rowsOfRun } from '../rows-of-run.ts';
import type { CommandResult, Session } from '../session.ts';

export interface TeachOptions {
  project: string;
  image?: string;
  run?: number;
  undo?: boolean;
}

/** Teaches that an inspected part is good, or goes back to the model before. */
export async function teach({ client, runJob }: Session, options: TeachOptions): Promise<CommandResult> {
  await client.project.open({ path: options.project, mode: 'write' });
  if (options.undo === true) return goBack(client);
  if (options.image === undefined) {
    throw new SparsightError({
      code: 'usage.invalid',
      message: 'Neither a part to teach nor --undo is given.',
      next: 'Name the picture of the part with --image.',
    });
  }
  const rows = await rowsOfRun(client, await runToLookIn(client, options));
  const part = partIn(rows, options.image);
  const outcome = await runJob<TeachOutcome>(client.results.teach({ resultId: part.id }));
  const pathOf = new Map(rows.map(({ id, path }) => [id, path]));
  const changed = outcome.changed.map((change) => ({ ...change, path: pathOf.get(change.resultId) ?? '' }));
  return {
    document: { ...outcome, changed },
    text: [
      `Taught in ${outcome.seconds.toFixed(1)} s that ${part.name} is good: model ${outcome.model.id} is in use.`,
      changed.length === 0
        ? 'No part of this inspection would be decided differently.'
        : 'Parts of this inspection that would be decided differently:',
      ...changed.map(({ from, to, path }) => `  ${from} -> ${to}  ${path}`),
      ...notSeen(outcome.again),
      'To go back: teach --undo.',
    ].join('\n'),
  };
}

/** What the list above cannot say. */
function notSeen({ unreadable, left }: TeachOutcome['again']): string[] {
  return [
    ...(unreadable > 0 ? [`Not looked at again, since their files are gone or changed: ${unreadable}.`] : []),
    ...(left > 0 ? [`Not looked at again, since that was cancelled: ${left}.`] : []),
  ];
}

async function runToLookIn(client: Client, { project, run }: TeachOptions): Promise<number> {
  if (run !== undefined) return run;
  const [newest] = await client.runs.list();
  if (newest !== undefined) return newest.id;
  throw new SparsightError({
    code: 'run.missing',
    message: 'No part has been inspected in this project.',
    next: 'Inspect parts first; those that are rejected by mistake can be taught.',
    path: resolve(project),
  });
}

function partIn(rows: readonly ResultRow[], image: string): ResultRow {
  const path = resolve(image);
  const part = rows.find((row) => row.path === path);
  if (part !== undefined) return part;
  throw new SparsightError({
    code: 'result.missing',
    message: `${basename(image)} is not among the parts of this inspection.`,
    next: 'Inspect it first, or name the inspection that it is in with --run.',
    path,
  });
}

async function goBack(client: Client): Promise<CommandResult> {
  const taught = (await client.models.list()).find(({ inUse, parentId }) => inUse && parentId !== null);
  if (taught === undefined || taught.parentId === null) {
    throw new SparsightError({
      code: 'model.missing',
      message: 'The model in use was not taught from another, so there is none to go back to.',
      next: 'See which models there are with info, and choose one with inspect --model.',
    });
  }
  await client.models.use({ modelId: taught.parentId });
  return {
    document: { model: { id: taught.parentId }, before: { id: taught.id } },
    text: `Model ${taught.parentId} is in use again; model ${taught.id} is kept.`,
  };
}

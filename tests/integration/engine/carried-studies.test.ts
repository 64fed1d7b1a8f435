import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Client } from '../../../src-shared/contract/client.ts';
import type {
  InspectOutcome,
  StudyDetectionOutcome,
  TeachOutcome,
} from '../../../src-shared/contract/outcomes.ts';
import type { CarriedStudies } from '../../../src-shared/domain/model-studies.ts';
import { learntAndInspected } from './learnt-and-inspected.ts';
import { outcomeOf } from './start-engine.ts';

const whatItSees = (client: Client, modelId: number) =>
  outcomeOf<StudyDetectionOutcome>(
    client,
    client.jobs.studyDetection({ modelId, kinds: ['pit'], trials: 20 }),
  );

/** Teaches the strangest part of an inspection. */
async function teachWorst(client: Client, runId: number): Promise<number> {
  const [worst] = (await client.results.list({ runId, sort: 'score', descending: true })).rows;
  const taught = await outcomeOf<TeachOutcome>(client, client.results.teach({ resultId: worst?.id ?? 0 }));
  return taught.model.id;
}

it('a taught model and the reports on it have the study of the model before, until it has its own', async () => {
  const { client, folder, parts, modelId, runId } = await learntAndInspected();
  const { study } = await whatItSees(client, modelId);
  const taught = await teachWorst(client, runId);
  const { images, detection } = await client.models.studies({ modelId: taught });
  expect(images).toBeNull();
  expect(detection).toMatchObject({ ...study, taughtSince: 1, measuredOn: modelId, elsewhere: false });

  const { runId: later } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
  const out = join(folder, 'report.json');
  await outcomeOf(client, client.jobs.report({ runId: later, format: 'json', out }));
  const report = JSON.parse(await readFile(out, 'utf8')) as object;
  expect(report).toMatchObject({ studies: { detection: { taughtSince: 1, measuredOn: modelId } } });

  const { study: own } = await whatItSees(client, taught);
  expect((await client.models.studies({ modelId: taught })).detection).toMatchObject({
    ...{ ...own, taughtSince: 0, measuredOn: taught },
  });
  expect((await client.models.studies({ modelId })).detection).toMatchObject({ taughtSince: 0 });
});

it('a study travels with its model, and with the models that were taught from it', async () => {
  const { client, folder, modelId, runId } = await learntAndInspected();
  const { study } = await whatItSees(client, modelId);
  const taught = await teachWorst(client, runId);
  const { detection } = await client.models.studies({ modelId });
  const files = { learnt: join(folder, 'learnt'), taught: join(folder, 'taught') };
  await client.models.export({ modelId, out: files.learnt });
  await client.models.export({ modelId: taught, out: files.taught });

  await client.project.open({ path: join(folder, 'other.sparsight'), mode: 'create' });
  const { id: learntHere } = await client.models.import({ path: files.learnt });
  expect((await client.models.studies({ modelId: learntHere })).detection).toEqual({
    ...{ ...study, madeAt: detection?.madeAt, taughtSince: 0, measuredOn: learntHere, elsewhere: true },
  });
  const { id: taughtHere } = await client.models.import({ path: files.taught });
  expect((await client.models.studies({ modelId: taughtHere })).detection).toEqual({
    ...{ ...study, madeAt: detection?.madeAt, taughtSince: 1, measuredOn: null, elsewhere: true },
  });
});

/** A model file whose studies are others, or left out. */
async function withStudies(file: string, studies: unknown, out: string): Promise<string> {
  const entries = unzipSync(await readFile(file));
  const contents = JSON.parse(strFromU8(entries['model.json'] ?? new Uint8Array())) as object;
  const changed = strToU8(JSON.stringify({ ...contents, studies }));
  await writeFile(out, zipSync({ ...entries, 'model.json': changed }));
  return out;
}

it('a file without studies is the same model, and the studies of another file join it', async () => {
  const { client, folder, modelId } = await learntAndInspected();
  const { study } = await whatItSees(client, modelId);
  const file = join(folder, 'model');
  await client.models.export({ modelId, out: file });
  const { hash } = await client.models.get({ modelId });
  const older = await withStudies(file, undefined, join(folder, 'older'));

  await client.project.open({ path: join(folder, 'other.sparsight'), mode: 'create' });
  const imported = await client.models.import({ path: older });
  expect(imported.hash).toBe(hash);
  expect(await client.models.studies({ modelId: imported.id })).toEqual({ images: null, detection: null });
  expect((await client.models.import({ path: file })).id).toBe(imported.id);
  expect((await client.models.studies({ modelId: imported.id })).detection).toMatchObject(study);
});

it('a file with studies that nobody can have measured is refused whole', async () => {
  const { client, folder, modelId } = await learntAndInspected();
  await whatItSees(client, modelId);
  const file = join(folder, 'model');
  await client.models.export({ modelId, out: file });
  const entries = unzipSync(await readFile(file), { filter: ({ name }) => name === 'model.json' });
  const { studies } = JSON.parse(strFromU8(entries['model.json'] ?? new Uint8Array())) as {
    studies: CarriedStudies;
  };
  const { detection } = studies;
  const [pod] = detection?.pods ?? [];
  await client.project.open({ path: join(folder, 'other.sparsight'), mode: 'create' });
  for (const changes of [
    { largest: 1e300 },
    { smallest: 0 },
    { millimetresPerPixel: 1e-300 },
    { madeAt: 'yesterday' },
    { taughtSince: -1 },
    { pods: [] },
    { pods: Array.from({ length: 1000 }, () => pod) },
    { pods: [{ ...pod, curve: Array.from({ length: 100_000 }, () => ({ size: 3, probability: 1 })) }] },
    { pods: [{ ...pod, kind: '<script>' }] },
  ]) {
    const hostile = { ...studies, detection: { ...detection, ...changes } };
    const path = await withStudies(file, hostile, join(folder, 'hostile'));
    await expect(client.models.import({ path })).rejects.toMatchObject({ data: { code: 'model.damaged' } });
  }
  expect(await client.models.list()).toEqual([]);
});

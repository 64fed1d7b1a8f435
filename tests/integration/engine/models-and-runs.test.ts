import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { learntAndInspected } from './learnt-and-inspected.ts';
import { quickRecipe, writeParts } from './parts.ts';
import { eventsOf, outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

const asError = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was thrown',
    (thrown: unknown) => (thrown as { data: { code: string } }).data.code,
  );

it('other limits decide a run anew and the inspections that follow, and leave the model what it is', async () => {
  const { client, modelId, runId, parts } = await learntAndInspected();
  const [before] = await client.models.list();
  const limits = { review: -1, reject: -0.5 };
  const strict = await client.runs.setLimits({ runId, limits });
  expect(strict).toMatchObject({ limits, counts: { pass: 0, review: 0, reject: 6 } });
  await client.models.setLimits({ modelId, limits: { review: 200, reject: 400 } });
  const { runId: lenient } = await outcomeOf<InspectOutcome>(
    client,
    client.jobs.inspect({ images: [parts] }),
  );
  expect(await client.runs.get({ runId: lenient })).toMatchObject({
    limits: { review: 200, reject: 400 },
    counts: { pass: 6 },
  });
  expect(await client.runs.get({ runId })).toMatchObject({ counts: { reject: 6 } });
  expect((await client.models.get({ modelId })).hash).toBe(before?.hash);
  expect(await asError(client.runs.setLimits({ runId, limits: { review: 3, reject: 2 } }))).toBe(
    'usage.invalid',
  );
  expect(await client.runs.limitsFor({ falseRejectRate: 0.01, reviewRate: 0.1 })).toEqual({
    review: 1,
    reject: 2,
  });

  await client.runs.rename({ runId, title: 'Batch 7' });
  expect(await client.runs.list()).toMatchObject([{ id: lenient }, { id: runId, title: 'Batch 7' }]);
  await client.runs.remove({ runId });
  expect(await asError(client.runs.get({ runId }))).toBe('run.missing');
});

it('labels and verdicts say how well a run tells parts apart', async () => {
  const { client, runId } = await learntAndInspected();
  const { rows } = await client.results.list({ runId });
  const scratched = ['part 1.png', 'part 4.png'];
  await client.images.setLabels({
    labels: rows.map(({ imageId, name }) => ({
      id: imageId,
      label: scratched.includes(name) ? 'scratch' : 'good',
    })),
  });
  const evaluation = await client.runs.evaluation({ runId });
  expect(evaluation).toMatchObject({ good: 4, defective: 2, perDefect: [{ defect: 'scratch', images: 2 }] });
  expect(evaluation.figures?.auroc).toBe(1);
  expect(evaluation.heldOutScores).toHaveLength(10);
  const [worst] = (await client.results.list({ runId, sort: 'score', descending: true })).rows;
  const resultId = worst?.id ?? 0;
  expect(worst).toMatchObject({ label: 'scratch', decision: 'reject', verdict: null });
  const judged = await client.results.setVerdict({
    resultId,
    decision: 'accept',
    comment: 'dust',
    by: 'Ada',
  });
  expect(judged.verdict).toMatchObject({ decision: 'accept', comment: 'dust', by: 'Ada' });
  expect(await client.results.ids({ runId, only: 'disagreements' })).toContain(resultId);
  expect(await client.runs.evaluation({ runId })).toMatchObject({ good: 5, defective: 1 });
  expect((await client.results.setVerdict({ resultId, decision: null })).verdict).toBeNull();
  const scores = await client.runs.scores({ runId });
  expect(scores.names).toEqual(rows.map(({ name }) => name));
  expect(scores.verdicts).toEqual(rows.map(() => null));
});

it('a model travels as one file to another project and finds the same there; a file that was altered is refused', async () => {
  const { client, folder, parts, modelId, runId } = await learntAndInspected();
  await client.models.rename({ modelId, name: 'Lid' });
  const file = join(folder, 'lid.sparsight-model');
  const { bytes } = await client.models.export({ modelId, out: file });
  const { rows } = await client.results.list({ runId });
  const exported = await client.models.get({ modelId });

  await client.project.open({ path: join(folder, 'other.sparsight'), mode: 'create' });
  const imported = await client.models.import({ path: file });
  expect(imported).toMatchObject({ name: 'Lid', hash: exported.hash, inUse: true, trainImages: 10 });
  expect((await client.models.import({ path: file })).id).toBe(imported.id);
  const again = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
  const { rows: found } = await client.results.list({ runId: again.runId });
  expect(found.map(({ score }) => score)).toEqual(rows.map(({ score }) => score));
  expect((await client.runs.evaluation({ runId: again.runId })).heldOutScores).toHaveLength(10);

  const whole = await readFile(file);
  expect(whole).toHaveLength(bytes);
  const altered = Uint8Array.from(whole, (byte, i) => (i === Math.floor(whole.length / 2) ? byte ^ 1 : byte));
  for (const [name, contents, code] of [
    ['altered', altered, 'model.damaged'],
    ['cut', whole.subarray(0, whole.length / 2), 'model.damaged'],
    ['text', Buffer.from('not a model'), 'model.not-a-model'],
    ['empty', Buffer.from(''), 'model.not-a-model'],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, contents);
    expect([name, await asError(client.models.import({ path }))]).toEqual([name, code]);
  }
  expect(await asError(client.models.import({ path: join(folder, 'nowhere') }))).toBe('input.missing');
  expect(await asError(client.models.remove({ modelId: imported.id }))).toBe('model.in-use');
});

it('learning shows its dictionaries as they take shape, from the good images of the project and its draft recipe', async () => {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  await writeParts(good, { count: 6, seed: 3 });
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'line.sparsight'), mode: 'create' });
  await outcomeOf(client, client.images.import({ paths: [good], label: { kind: 'fixed', label: 'good' } }));
  await client.recipes.saveDraft({ recipe: recipeSchema.parse(quickRecipe) });
  const events = await eventsOf(client, await client.jobs.train({}));
  const learning = events.filter((event) => event.type === 'learning');
  expect(new Set(learning.map(({ scale }) => scale))).toEqual(new Set([0, 1]));
  for (const { objective, atoms, scales } of learning) {
    expect(objective.length).toBeLessThanOrEqual(3);
    expect({ shape: atoms.shape, scales }).toEqual({ shape: [32, 64], scales: 2 });
  }
  const done = events.find((event) => event.type === 'done');
  const { model, images } = done?.outcome as TrainOutcome;
  expect(images).toBe(6);
  const detail = await client.models.get({ modelId: model.id });
  expect(detail.scales.map(({ objective }) => objective.length)).toEqual([3, 3]);
  expect(detail.images).toHaveLength(6);
  const dictionary = await client.models.dictionary({ modelId: model.id, scale: 0 });
  expect(dictionary.usage).toEqual([...dictionary.usage].sort((a, b) => b - a));
  expect(dictionary.atoms.bytes.size).toBe(32 * 64 * 4);
});

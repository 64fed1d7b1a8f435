import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { InspectOutcome, TeachOutcome } from '../../../src-shared/contract/outcomes.ts';
import { decideWithOpinion } from '../../../src-shared/domain/decide.ts';
import { learntAndInspected } from './learnt-and-inspected.ts';
import { writeParts } from './parts.ts';
import { outcomeOf } from './start-engine.ts';

it('a second opinion is learnt from judged parts, kept with the model, explained, and followed when asked', async () => {
  const { client, folder, modelId } = await learntAndInspected();
  await expect(client.runs.learnClassifier({ runId: 1 })).rejects.toMatchObject({
    data: { code: 'input.too-few' },
  });

  const many = join(folder, 'many');
  await writeParts(many, { count: 24, seed: 5, scratched: true });
  const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [many] }));
  const rows = (await client.results.list({ runId })).rows;
  for (const [i, { id }] of rows.entries()) {
    if (i >= 21) continue;
    await client.results.setVerdict({ resultId: id, decision: i % 3 === 0 ? 'reject' : 'accept' });
  }
  const learnt = await client.runs.learnClassifier({ runId });
  expect(learnt).toMatchObject({ good: 14, defective: 7, runId, followed: false, figures: { folds: 5 } });
  expect(learnt.figures.auroc).toBeGreaterThan(0.9);
  expect(await client.models.classifier({ modelId })).toEqual(learnt);

  const opinions = (await client.results.list({ runId })).rows;
  for (const { defectProbability } of opinions) expect(defectProbability).not.toBeNull();
  const scratched = opinions[0];
  const why = await client.results.secondOpinion({ resultId: scratched?.id ?? 0 });
  expect(why?.probability).toBe(scratched?.defectProbability);
  expect(why?.probability).toBeGreaterThan(0.5);
  expect(why?.contributions.map(({ feature }) => feature).sort()).toEqual(learnt.features);
  const strengths = why?.contributions.map(({ contribution }) => Math.abs(contribution)) ?? [];
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));

  const { limits } = await client.runs.get({ runId });
  const followed = await client.runs.followClassifier({ runId, follow: true });
  expect(followed.followsClassifier).toBe(true);
  for (const { score, defectProbability, decision } of (await client.results.list({ runId })).rows) {
    expect(decision).toBe(decideWithOpinion(score, limits, defectProbability ?? 0));
  }
  await client.runs.setLimits({ runId, limits: { review: 0, reject: 0 } });
  for (const { score, defectProbability, decision } of (await client.results.list({ runId })).rows) {
    expect(decision).toBe(decideWithOpinion(score, { review: 0, reject: 0 }, defectProbability ?? 0));
  }

  await client.models.followClassifier({ modelId, follow: true });
  const later = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [many] }));
  expect((await client.runs.get({ runId: later.runId })).followsClassifier).toBe(true);
  for (const { score, defectProbability, decision } of (await client.results.list({ runId: later.runId }))
    .rows) {
    expect(defectProbability).not.toBeNull();
    expect(decision).toBe(decideWithOpinion(score, later.limits, defectProbability ?? 0));
  }

  const taught = await outcomeOf<TeachOutcome>(
    client,
    client.results.teach({ resultId: opinions[1]?.id ?? 0 }),
  );
  expect(await client.models.classifier({ modelId: taught.model.id })).toMatchObject({
    good: 14,
    followed: true,
  });
  const file = join(folder, 'lid.sparsight-model');
  await client.models.export({ modelId, out: file });
  await client.models.removeClassifier({ modelId });
  expect(await client.models.classifier({ modelId })).toBeNull();
  await client.project.open({ path: join(folder, 'other.sparsight'), mode: 'create' });
  const { id } = await client.models.import({ path: file });
  expect(await client.models.classifier({ modelId: id })).toMatchObject({
    good: 14,
    figures: learnt.figures,
    runId: null,
    followed: false,
  });
});

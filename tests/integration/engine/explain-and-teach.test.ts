import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { InspectOutcome, TeachOutcome } from '../../../src-shared/contract/outcomes.ts';
import { learntAndInspected } from './learnt-and-inspected.ts';
import { outcomeOf } from './start-engine.ts';

const floats = async ({ bytes }: { bytes: Blob }) => new Float32Array(await bytes.arrayBuffer());

it('a place on a part is explained by patches, atoms, indicators and the good part that is most alike', async () => {
  const { client, folder, runId } = await learntAndInspected();
  const [worst] = (await client.results.list({ runId, sort: 'score', descending: true })).rows;
  const { regions, imageSize } = await client.results.get({ resultId: worst?.id ?? 0 });
  expect(imageSize).toEqual({ width: 128, height: 128 });
  const { x, y } = regions[0]?.peak ?? { x: 0, y: 0 };
  const resultId = worst?.id ?? 0;
  const there = await client.results.explain({ resultId, x, y });
  expect(there.evidence).toBeGreaterThan(2);
  const strengths = there.indicators.map(({ contribution }) => Math.abs(contribution));
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  expect(there.scales.map(({ scale, size }) => ({ scale, size }))).toEqual([
    { scale: 0, size: 8 },
    { scale: 1, size: 8 },
  ]);
  for (const { found, rebuilt, residual, atoms } of there.scales) {
    const [patch, code] = [await floats(found), await floats(rebuilt)];
    const squares = patch.reduce((sum, value, i) => sum + (value - (code[i] ?? 0)) ** 2, 0);
    expect(Math.sqrt(squares / patch.length)).toBeCloseTo(residual, 5);
    expect(atoms.length).toBeGreaterThan(0);
    // The code is the mean and the weighted atoms.
    const mean = patch.reduce((sum, value) => sum + value, 0) / patch.length;
    const sum = new Float32Array(patch.length).fill(mean);
    for (const { weight, pixels } of atoms) {
      (await floats(pixels)).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + weight * value));
    }
    code.forEach((value, i) => expect(sum[i]).toBeCloseTo(value, 3));
  }
  expect(there.nearest?.patch.shape).toEqual([16, 16]);
  expect(there.box).toMatchObject({ width: 16, height: 16 });

  await rm(join(folder, 'good'), { recursive: true });
  expect((await client.results.explain({ resultId, x, y })).nearest).toBeNull();
  const part = await client.results.part({ resultId });
  expect((await client.results.expected({ resultId })).shape).toEqual(part.shape);
});

const scratched = ['part 1.png', 'part 4.png'];

it('a part that is taught as good passes afterwards, and parts without its mark pass, too', async () => {
  const { client, parts, runId, modelId } = await learntAndInspected();
  const before = (await client.results.list({ runId })).rows;
  const [falseReject] = [...before].sort((a, b) => b.score - a.score);
  const resultId = falseReject?.id ?? 0;
  const taught = await outcomeOf<TeachOutcome>(client, client.results.teach({ resultId }));
  const same = await outcomeOf<TeachOutcome>(client, client.results.teach({ resultId }));
  expect(same.model.hash).toBe(taught.model.hash);
  expect(taught.changed).toContainEqual({ resultId, from: 'reject', to: 'pass' });
  const detail = await client.models.get({ modelId: same.model.id });
  expect(detail).toMatchObject({ parentId: modelId, inUse: true, trainImages: 11 });
  expect(detail.images.map(({ imageId }) => imageId)).toContain(falseReject?.imageId);

  const { runId: later } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
  const after = (await client.results.list({ runId: later })).rows;
  expect(after.find(({ name }) => name === falseReject?.name)).toMatchObject({ decision: 'pass' });
  // What was said to change is what changes when all parts are inspected again.
  const changes = before.flatMap(({ id, name, decision: from }) => {
    const to = after.find((row) => row.name === name)?.decision;
    return to === from ? [] : [{ resultId: id, from, to }];
  });
  expect(changes.length).toBeGreaterThan(1);
  expect(same.changed).toEqual(changes);
  expect(same.again).toMatchObject({ unreadable: 0, left: 0 });
  // Scratched parts have the same scratch, which is good now.
  for (const { name, score, decision } of after.filter((row) => !scratched.includes(row.name))) {
    const own = before.find((row) => row.name === name);
    expect(score - (own?.score ?? 0)).toBeLessThan(0.5);
    expect(decision).toBe('pass');
  }
});

it('what a lesson changes is not said of parts whose pictures are gone, and says how many those are', async () => {
  const { client, parts, runId } = await learntAndInspected();
  const [worst, second] = (await client.results.list({ runId, sort: 'score', descending: true })).rows;
  expect(second?.decision).not.toBe('pass');
  await rm(join(parts, second?.name ?? ''));
  const taught = await outcomeOf<TeachOutcome>(client, client.results.teach({ resultId: worst?.id ?? 0 }));
  expect(taught.changed.map(({ resultId }) => resultId)).not.toContain(second?.id);
  expect(taught.again.unreadable).toBe(1);
});

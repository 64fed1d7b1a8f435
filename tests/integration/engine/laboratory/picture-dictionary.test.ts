import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dictionaryMethods } from '../../../../src-shared/contract/laboratory.ts';
import { writeParts } from '../../../support/part-pictures.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';

const client = testEngine();
const name = 'image-dictionary';

const learning = dictionaryMethods.filter((method) => method !== 'dct');

it.each(learning)('learns a dictionary by %s: its objective falls', async (method) => {
  const { charts, pictures } = await client.laboratory.run({ name, method });
  expect(pictures.find((picture) => picture.name === 'atoms')?.array.shape).toEqual([100, 64]);
  const steps = charts.find((chart) => chart.name === 'objective')?.series[0]?.y;
  expect(steps?.at(-1)).toBeLessThan(steps?.[0] ?? 0);
});

it('has no objective where nothing is learnt', async () => {
  const { charts } = await client.laboratory.run({ name, method: 'dct' });
  expect(charts.map((chart) => chart.name)).toEqual(['sparsity', 'activity', 'usage']);
});

it('counts patches by their atoms, and coefficients by their size', async () => {
  const { charts, pictures } = await client.laboratory.run({ name, method: 'online' });
  const counts = (chart: string) => charts.find((each) => each.name === chart)?.series[0]?.y ?? [];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const lengths = pictures.find((picture) => picture.name === 'codeLengths')?.array.shape ?? [0, 0];
  expect(sum(counts('sparsity'))).toBe(lengths[0] * lengths[1]);
  expect(sum(counts('activity'))).toBe(sum(counts('sparsity').map((patches, atoms) => patches * atoms)));
});

it('keeps the dictionary while the penalty changes, so the answer takes a fraction of the time', async () => {
  const sorted = async (setting: number) => {
    const { pictures, seconds } = await client.laboratory.run({ name, seed: 5, setting });
    const bytes = await pictures.find((picture) => picture.name === 'atoms')?.array.bytes.arrayBuffer();
    return { seconds, atoms: [...new Float32Array(bytes ?? new ArrayBuffer(0))].sort((a, b) => a - b) };
  };
  const learnt = await sorted(0.05);
  const recoded = await sorted(0.2);
  expect(recoded.atoms).toEqual(learnt.atoms);
  expect(recoded.seconds).toBeLessThan(learnt.seconds / 2);
});

it("codes a picture over the dictionary of a project's model", async () => {
  const folder = temporaryFolder();
  await writeParts(join(folder, 'good'), 6);
  await client.project.open({ path: join(folder, 'parts.sparsight') });
  await endOf(client, client.jobs.train({ good: [join(folder, 'good')] }));
  const [model] = await client.models.list();
  const modelId = model?.id ?? 0;
  const { pictures } = await client.laboratory.run({ name, modelId });
  const { atoms } = await client.models.dictionary({ modelId, scale: 0 });
  expect(pictures.find((picture) => picture.name === 'atoms')?.array.shape).toEqual(atoms.shape);
});

it('refuses a method where an experiment has one way only', async () => {
  await expect(client.laboratory.run({ name: 'inpainting', method: 'mod' })).rejects.toMatchObject({
    data: { code: 'usage.invalid' },
  });
});

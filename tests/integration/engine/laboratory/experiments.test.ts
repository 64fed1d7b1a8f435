import { expect, it } from 'vitest';
import { testEngine } from '../../../support/test-engine.ts';

const client = testEngine();

const figure = (result: Awaited<ReturnType<typeof client.laboratory.run>>, name: string) =>
  result.figures.find((each) => each.name === name)?.value ?? NaN;

it('lists the classical experiments, each with the range of its setting', async () => {
  const experiments = await client.laboratory.experiments();
  expect(experiments).toHaveLength(8);
  for (const { setting } of experiments) {
    expect(setting.standard).toBeGreaterThanOrEqual(setting.least);
    expect(setting.standard).toBeLessThanOrEqual(setting.most);
  }
});

it('runs an experiment without a project, and the same one for the same seed', async () => {
  const input = { name: 'fused-lasso', seed: 3 } as const;
  const first = await client.laboratory.run(input);
  const again = await client.laboratory.run(input);
  expect({ ...again, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  expect(first.charts[0]?.series.map(({ name, y }) => [name, y.length])).toEqual([
    ['found', 300],
    ['clean', 300],
    ['noisy', 300],
  ]);
  expect(figure(first, 'errorAfter')).toBeLessThan(figure(first, 'errorBefore') / 1.5);
});

it('gives pictures as arrays of their size', async () => {
  const result = await client.laboratory.run({ name: 'total-variation', seed: 1 });
  expect(result.pictures.map(({ name, array }) => [name, array.shape, array.bytes.size])).toEqual(
    ['original', 'noisy', 'byBlur', 'byTotalVariation'].map((name) => [name, [128, 128], 128 * 128 * 4]),
  );
  expect(figure(result, 'psnrTotalVariation')).toBeGreaterThan(figure(result, 'psnrBlur'));
});

it('lets go at once of an experiment that nobody waits for any more, and runs the next', async () => {
  const controller = new AbortController();
  const long = client.laboratory.run({ name: 'receptive-fields' }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 200);
  await expect(long).rejects.toMatchObject({ data: { code: 'job.cancelled' } });
  const next = await client.laboratory.run({ name: 'sparse-recovery', seed: 1 });
  expect(figure(next, 'ompCorrect')).toBe(20);
});

it('says how far an experiment goes when it is asked to go further', async () => {
  await expect(client.laboratory.run({ name: 'inpainting', setting: 1 })).rejects.toMatchObject({
    data: { code: 'usage.invalid', next: 'Choose one from 0.25 to 0.75.' },
  });
});

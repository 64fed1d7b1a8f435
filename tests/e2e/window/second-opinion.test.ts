import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { windowSize } from '../../support/window-size.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { violations } from './images-violations.ts';

describe('the second opinion', () => {
  const folder = temporaryFolder();
  let opened: OpenWindow;
  let runId: number;

  const go = (place: string) => opened.page.goto(`${opened.page.url().split('#')[0] ?? ''}#/${place}`);

  beforeAll(async () => {
    await writeParts(join(folder, 'good'), 10);
    await writeParts(join(folder, 'fine'), 8, { seed: 100 });
    await writeParts(join(folder, 'blots'), 8, { seed: 200, blot: true });
    opened = await openWindow({ project: join(folder, 'parts.sparsight') });
    const { client } = opened;
    const recipe = recipeSchema.parse(quickRecipe);
    await endOf<TrainOutcome>(client, client.jobs.train({ good: [join(folder, 'good')], recipe }));
    const images = [join(folder, 'fine'), join(folder, 'blots')];
    const { outcome } = await endOf<InspectOutcome>(client, client.jobs.inspect({ images }));
    runId = outcome?.runId ?? 0;
    for (const { id, path } of (await client.results.list({ runId })).rows) {
      const decision = path.includes('blots') ? 'reject' : 'accept';
      await client.results.setVerdict({ resultId: id, decision });
    }
  });
  afterAll(() => opened.close());

  test('is learnt from judged parts beside the figures of the score, and followed when asked', async () => {
    const { page, client } = opened;
    await page.setViewportSize({ ...windowSize, height: 1400 });
    await go(`evaluate/${runId}`);
    const card = page.getByRole('region', { name: 'Second opinion' });
    await card.getByRole('button', { name: 'Learn from labelled parts' }).click();
    await card.getByText('8 good, 8 defective').waitFor();
    await card.getByRole('row', { name: /^Right/ }).waitFor();
    await card.scrollIntoViewIfNeeded();
    await screenshot(page, 'evaluate-second-opinion');
    expect(await violations(page)).toEqual([]);
    await card.getByLabel('Let it take part in deciding this inspection').click();
    await expect.poll(async () => (await client.runs.get({ runId })).followsClassifier).toBe(true);
  });

  test('is shown with a part, and says why', async () => {
    const { page, client } = opened;
    const [blot] = (await client.results.list({ runId, sort: 'score', descending: true })).rows;
    await page.setViewportSize(windowSize);
    await go(`part/${blot?.id ?? 0}`);
    const section = page.getByRole('region', { name: 'Second opinion' });
    await section.getByText('calls it defective').waitFor();
    await section.getByRole('button', { name: /^What speaks for a defect/ }).click();
    await section.getByText(/^\+\d/).first().waitFor();
    await screenshot(page, 'part-second-opinion');
    expect(await violations(page)).toEqual([]);
  });

  test('is said in Japanese', async () => {
    const { page, client } = opened;
    await client.settings.set({ language: 'ja' });
    await page.reload();
    await page.getByRole('region', { name: 'セカンドオピニオン' }).getByText('不良と判定').waitFor();
    await go(`evaluate/${runId}`);
    await page.getByRole('region', { name: 'セカンドオピニオン' }).getByText('良品8個、不良品8個').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

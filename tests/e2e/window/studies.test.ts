import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InspectOutcome, TeachOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
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

describe('what is found out about a model', () => {
  const folder = temporaryFolder();
  let opened: OpenWindow;
  let modelId: number;

  beforeAll(async () => {
    await writeParts(join(folder, 'good'), 15);
    await writeParts(join(folder, 'odd'), 1, { seed: 900, blot: true });
    opened = await openWindow({ project: join(folder, 'parts.sparsight') });
    const { client } = opened;
    const label = { kind: 'fixed', label: 'good' } as const;
    await endOf(client, client.images.import({ paths: [join(folder, 'good'), join(folder, 'odd')], label }));
    const recipe = recipeSchema.parse(quickRecipe);
    const { outcome } = await endOf<TrainOutcome>(client, client.jobs.train({ recipe }));
    modelId = outcome?.model.id ?? 0;
    await opened.page.goto(`${opened.page.url().split('#')[0] ?? ''}#/learn/${modelId}`);
  });
  afterAll(() => opened.close());

  test('an odd part among the good ones is shown with its picture, left out, and taken back', async () => {
    const { page, client } = opened;
    await page.getByText('1 good part does not look like the others').waitFor();
    const labelled = async () =>
      (await client.images.list({ labels: ['good'], limit: 100, offset: 0 })).rows.length;
    await screenshot(page, 'learn-suspicious');
    await page.getByRole('button', { name: /^Leave out part-1/ }).click();
    await page.getByText('Left out', { exact: true }).waitFor();
    expect(await labelled()).toBe(15);
    await page.getByRole('button', { name: 'Learn again' }).waitFor();
    await page.keyboard.press('Control+Z');
    await expect.poll(labelled).toBe(16);
  });

  test('says whether there are enough images, with the curve', async () => {
    const { page, client } = opened;
    await page.getByRole('tab', { name: 'What it can do' }).click();
    const card = page.getByRole('region', { name: 'Enough images?' });
    await card.getByRole('button', { name: 'Find out' }).click();
    await card.getByRole('img', { name: /How much a defect has to stand out/ }).waitFor();
    await card.getByText(/good images (are enough|would help)\./).waitFor();
    const { images } = await client.models.studies({ modelId });
    expect(images?.images).toBe(16);
  });

  test('shows which sizes are found surely, kind by kind', async () => {
    const { page, client } = opened;
    await page.setViewportSize({ ...windowSize, height: 1500 });
    const card = page.getByRole('region', { name: 'What can it see?' });
    await card.getByRole('button', { name: 'Find out' }).click();
    await card.getByRole('button', { name: 'Cancel' }).waitFor();
    await card.getByRole('img', { name: /^Pit \(diameter\), px: / }).waitFor({ timeout: 200_000 });
    const { detection } = await client.models.studies({ modelId });
    const half = detection?.pods.find(({ kind, contrast }) => kind === 'pit' && contrast === 'clear')?.a50;
    const row = card.getByRole('row', { name: /^Pit \(diameter\), clear/ });
    expect(await row.innerText()).toContain(typeof half === 'number' ? `${half.toFixed(1)} px` : '–');
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'learn-studies');
  });

  test('a taught model shows what was found out about the model before, and says so', async () => {
    const { page, client } = opened;
    const { outcome: inspection } = await endOf<InspectOutcome>(
      client,
      client.jobs.inspect({ images: [join(folder, 'odd')] }),
    );
    const [odd] = (await client.results.list({ runId: inspection?.runId ?? 0 })).rows;
    const { outcome } = await endOf<TeachOutcome>(client, client.results.teach({ resultId: odd?.id ?? 0 }));
    await page.goto(`${page.url().split('#')[0] ?? ''}#/learn/${outcome?.model.id ?? 0}`);
    await page.getByRole('tab', { name: 'What it can do' }).click();
    for (const name of ['Enough images?', 'What can it see?']) {
      const note = page.getByRole('region', { name }).getByRole('note');
      await note.waitFor();
      expect(await note.innerText()).toBe(`Measured on model ${modelId}, before 1 part was taught.`);
    }
    await screenshot(page, 'learn-studies-taught');
    expect(await violations(page)).toEqual([]);
  });

  test('says it in Japanese', async () => {
    const { client, page } = opened;
    await client.settings.set({ language: 'ja' });
    await page.reload();
    await page.getByRole('tab', { name: '検出能力' }).click();
    await page
      .getByRole('region', { name: 'どこまで検出できるか' })
      .getByText('きず（長さ）、薄い')
      .waitFor();
    await page
      .getByRole('region', { name: '画像は足りているか' })
      .getByText(`部品1個を良品として追加学習する前に、モデル${modelId}で測定した結果です。`)
      .waitFor();
    await screenshot(page, 'learn-studies-ja');
    expect(await violations(page)).toEqual([]);
  });
});

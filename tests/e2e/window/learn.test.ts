import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { chooseFile, saveAs } from './file-dialogs.ts';
import { violations } from './images-violations.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

describe('the Learn screen', () => {
  const folder = temporaryFolder();
  let opened: OpenWindow;

  beforeAll(async () => {
    await writeParts(join(folder, 'good'), 8);
    opened = await openWindow({ project: join(folder, 'parts.sparsight') });
    await opened.client.recipes.saveDraft({ recipe: recipeSchema.parse(quickRecipe) });
  });
  afterAll(() => opened.close());

  const showLearn = () => opened.page.goto(`${opened.page.url().split('#')[0] ?? ''}#/learn`);

  test('asks for good parts before anything else', async () => {
    const { page } = opened;
    await showLearn();
    await page.getByText('No image is labelled good yet').waitFor();
    expect(
      await page.getByRole('main').getByRole('button', { name: 'Learn', exact: true }).isDisabled(),
    ).toBe(true);
    await screenshot(page, 'learn-nothing-labelled');
  });

  test('says how many good parts there are, and that few are few', async () => {
    const { page, client } = opened;
    const label = { kind: 'fixed', label: 'good' } as const;
    await endOf(client, client.images.import({ paths: [join(folder, 'good')], label }));
    await page.reload();
    await page.getByText('8 images labelled good').waitFor();
    await page.getByText('Few good parts').waitFor();
    await page.getByText('128 × 128 px').first().waitFor();
  });

  test('says in whole parts what a stated share means', async () => {
    const { page } = opened;
    const share = page.getByRole('textbox', { name: 'Good parts that may be rejected' });
    await share.fill('0.5');
    await page.getByText('About 5 of 1,000 good parts will be rejected').waitFor();
    await share.fill('2');
    await page.getByText('About 2 of 100 good parts will be rejected').waitFor();
  });

  test('names at its field what is wrong with a setting, and does not learn until it is mended', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Advanced' }).click();
    const atoms = page.getByRole('textbox', { name: 'Atoms', exact: true });
    await atoms.fill('5');
    await page.getByText('Enter at least 16.').waitFor();
    expect(
      await page.getByRole('main').getByRole('button', { name: 'Learn', exact: true }).isDisabled(),
    ).toBe(true);
    await screenshot(page, 'learn-wrong-setting');
    expect(await violations(page)).toEqual([]);
    await atoms.fill('16');
    await page.getByText('Enter at least 16.').waitFor({ state: 'detached' });
  });

  test('keeps what was changed, and gives the found defaults back', async () => {
    const { page, client } = opened;
    const stride = page.getByRole('textbox', { name: 'Stride (px)' });
    await stride.fill('6');
    await expect.poll(async () => (await client.recipes.draft()).patch.stride).toBe(6);
    await page.getByRole('button', { name: 'Back to the found defaults' }).click();
    await expect.poll(async () => (await client.recipes.draft()).patch.stride).toBe(4);
  });

  test('stops when it is cancelled, and says that nothing was changed', async () => {
    const { page, client } = opened;
    const slow = { ...quickRecipe, dictionary: { atoms: 256, iterations: 200, patches: 100_000 } };
    await client.recipes.saveDraft({ recipe: recipeSchema.parse(slow) });
    await page.reload();
    await page.getByRole('main').getByRole('button', { name: 'Learn', exact: true }).click();
    await page.getByRole('heading', { name: 'Learning from good parts' }).waitFor();
    await page.getByRole('img', { name: /patterns at scale 1/ }).waitFor({ timeout: 60_000 });
    await screenshot(page, 'learn-progress', { isUnderWay: true });
    await page.getByRole('button', { name: 'Cancel', exact: true }).first().click();
    await page.getByText('Learning was cancelled').waitFor();
    expect(await client.models.list()).toEqual([]);
  });

  test('learns from the good parts and shows the new model with the way to inspect', async () => {
    const { page, client } = opened;
    await client.recipes.saveDraft({ recipe: recipeSchema.parse(quickRecipe) });
    await page.reload();
    await page.getByRole('main').getByRole('button', { name: 'Learn', exact: true }).click();
    await page.getByText('The model is ready').waitFor({ timeout: 60_000 });
    await page.getByText(/Learnt from 8 good parts/).waitFor();
    await page.getByRole('button', { name: 'Inspect now' }).waitFor();
    await screenshot(page, 'learn-model');
    expect(await violations(page)).toEqual([]);
    const [model] = await client.models.list();
    expect(model).toMatchObject({ trainImages: 8, inUse: true });
  });

  test('shows the dictionary of each scale', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Patterns' }).click();
    await page.getByRole('img', { name: '16 patterns at scale 1' }).waitFor();
    await page.getByRole('img', { name: '16 patterns at scale 2' }).waitFor();
  });

  test('renames a model, and shows in what two models differ', async () => {
    const { page, client } = opened;
    await page.getByRole('button', { name: 'More about Model 1' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('First line');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'First line' }).waitFor();

    const recipe = recipeSchema.parse({ ...quickRecipe, coder: { nonzeros: 3 } });
    await endOf(client, client.jobs.train({ recipe }));
    await page.reload();
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('menuitem', { name: 'Model 2' }).click();
    await page.getByRole('row', { name: /Atoms per patch \(differs\) 4 3/ }).waitFor();
    await screenshot(page, 'learn-compare');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
  });

  test('exports a model as a file and takes it in again, as it was', async () => {
    const { page, client } = opened;
    const before = await client.models.list();
    const first = before.find(({ name }) => name === 'First line');
    await page
      .getByRole('navigation', { name: 'Models' })
      .getByRole('button', { name: /First line/ })
      .click();
    await page.getByRole('button', { name: 'More about First line' }).click();
    await page.getByRole('menuitem', { name: 'Export' }).click();
    await saveAs(page, folder, 'line-one');
    await page.getByText(/line-one\.sparsight-model/).waitFor();
    if (first === undefined) throw new Error('The model has gone.');
    await client.models.remove({ modelId: first.id });
    await page.reload();
    await page.getByRole('button', { name: 'Import a model file' }).click();
    await chooseFile(page, folder, 'line-one.sparsight-model');
    await page.getByText('The model was imported.').waitFor();
    await screenshot(page, 'learn-imported');
    const hashes = async () => (await client.models.list()).map(({ hash }) => hash).sort();
    expect(await hashes()).toEqual(before.map(({ hash }) => hash).sort());
    const again = (await client.models.list()).find(({ hash }) => hash === first.hash);
    expect(again).toMatchObject({ trainImages: first.trainImages, limits: first.limits });
  });

  test('refuses a file that is no model, and says so', async () => {
    const { page, client } = opened;
    await writeFile(join(folder, 'letter.sparsight-model'), 'Dear customer');
    const before = (await client.models.list()).length;
    await page.getByRole('button', { name: 'Import a model file' }).click();
    await chooseFile(page, folder, 'letter.sparsight-model');
    await page
      .getByRole('alert')
      .filter({ hasText: /letter\.sparsight-model/ })
      .waitFor();
    expect(await client.models.list()).toHaveLength(before);
  });

  test('chooses the model in use, and removes one after asking', async () => {
    const { page, client } = opened;
    const use = page.getByRole('button', { name: 'Use for inspections' });
    const models = page.getByRole('navigation', { name: 'Models' });
    await models.getByRole('button', { name: /First line/ }).click();
    await use.click();
    await use.waitFor({ state: 'detached' });
    expect((await client.models.list()).find(({ inUse }) => inUse)?.name).toBe('First line');

    await models.getByRole('button', { name: /Model 2/ }).click();
    await page.getByRole('button', { name: 'More about Model 2' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(async () => (await client.models.list()).length).toBe(1);
  });
});

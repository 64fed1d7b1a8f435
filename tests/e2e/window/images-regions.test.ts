import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeParts } from '../../support/part-pictures.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { violations } from './images-violations.ts';
import { pressAllAtOnce } from './quick-keys.ts';

const folder = temporaryFolder();

describe('regions to inspect or ignore', () => {
  let opened: OpenWindow;
  let page: Page;
  beforeAll(async () => {
    await writeParts(join(folder, 'good'), 4, { width: 400, height: 300 });
    opened = await openWindow({ project: join(folder, 'regions.sparsight') });
    const { client } = opened;
    await endOf(client, client.images.import({ paths: [folder], label: { kind: 'by-folder' } }));
    page = opened.page;
    await page.reload();
    await page.getByRole('button', { name: 'Images', exact: true }).click();
    await page.getByRole('gridcell').first().waitFor();
    await page.keyboard.press('r');
    await page.getByRole('application').waitFor();
  });
  afterAll(() => opened.close());

  const stage = async () => {
    const box = await page.getByRole('application').boundingBox();
    if (box === null) throw new Error('There is no stage.');
    return (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  };
  const regions = async () => (await opened.client.recipes.draft()).regions;
  const tool = (name: string) =>
    page.getByRole('radiogroup', { name: 'Tool' }).locator('label').filter({ hasText: name }).click();
  const newRegionsAre = (use: string) =>
    page
      .getByRole('radiogroup', { name: 'New regions are' })
      .locator('label')
      .filter({ hasText: use })
      .click();

  it('are drawn as a rectangle and saved for the next learning', async () => {
    const at = await stage();
    await page.mouse.move(...at(0.3, 0.3));
    await page.mouse.down();
    await page.mouse.move(...at(0.6, 0.7), { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await regions()).inspect).toMatchObject([{ kind: 'rectangle' }]);
    await page.getByRole('button', { name: /^Rectangle 1/ }).waitFor();
  });

  it('are drawn as a polygon and with a brush', async () => {
    const at = await stage();
    await newRegionsAre('Ignored');
    await tool('Polygon');
    for (const [x, y] of [
      [0.4, 0.4],
      [0.5, 0.38],
      [0.45, 0.5],
    ] as const)
      await page.mouse.click(...at(x, y));
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await regions()).ignore).toMatchObject([{ points: { length: 3 } }]);

    await tool('Brush');
    await page.mouse.move(...at(0.35, 0.6));
    await page.mouse.down();
    await page.mouse.move(...at(0.45, 0.65), { steps: 6 });
    await page.mouse.up();
    await expect
      .poll(async () => (await regions()).ignore.map(({ kind }) => kind))
      .toEqual(['polygon', 'stroke']);
    await screenshot(page, 'regions-drawn');
  });

  it('are moved with the pointer and taken back', async () => {
    const before = (await regions()).inspect[0];
    const at = await stage();
    await tool('Select and move');
    await page.mouse.move(...at(0.55, 0.35));
    await page.mouse.down();
    await page.mouse.move(...at(0.6, 0.4), { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await regions()).inspect[0]).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await regions()).inspect[0]).toEqual(before);
  });

  it('follow every key, however quickly they come', async () => {
    await page.getByRole('button', { name: /^Rectangle 1/ }).focus();
    const before = (await regions()).inspect[0];
    await pressAllAtOnce(
      page,
      Array.from({ length: 20 }, () => 'ArrowRight'),
    );
    const moved = { ...before, x: (before?.kind === 'rectangle' ? before.x : 0) + 20 };
    await expect.poll(async () => (await regions()).inspect[0]).toEqual(moved);
    expect(await page.getByRole('textbox', { name: 'Left' }).inputValue()).toBe(`${moved.x} px`);
    await pressAllAtOnce(
      page,
      Array.from({ length: 10 }, () => 'Shift+ArrowLeft'),
    );
    await expect.poll(async () => (await regions()).inspect[0]).toEqual({ ...moved, x: moved.x - 100 });
    await pressAllAtOnce(
      page,
      Array.from({ length: 10 }, () => 'Shift+ArrowRight'),
    );
    await expect.poll(async () => (await regions()).inspect[0]).toEqual(moved);
  });

  it('have corners that are moved one by one, by pointer and by keyboard, and taken back', async () => {
    const polygon = async () => {
      const [shape] = (await regions()).ignore;
      if (shape?.kind !== 'polygon') throw new Error('There is no polygon.');
      return shape.points;
    };
    const before = await polygon();
    await page.getByRole('button', { name: /^Polygon 2/ }).focus();
    const at = await stage();
    await page.mouse.move(...at(0.5, 0.38));
    await page.mouse.down();
    await page.mouse.move(...at(0.56, 0.3), { steps: 4 });
    await screenshot(page, 'regions-corner');
    await page.mouse.up();
    await expect.poll(polygon).not.toEqual(before);
    const dragged = await polygon();
    expect([dragged[0], dragged[2]]).toEqual([before[0], before[2]]);

    await page.getByText('Corner 2 of 3').waitFor();
    await page.getByRole('button', { name: 'Next corner' }).press('Enter');
    await pressAllAtOnce(page, ['ArrowDown', 'ArrowDown', 'Shift+ArrowLeft']);
    const [x = 0, y = 0] = before[2] ?? [];
    await expect.poll(polygon).toEqual([dragged[0], dragged[1], [x - 10, y + 2]]);
    await page.getByRole('textbox', { name: 'Corner, from the left' }).fill(`${x}`);
    await expect.poll(async () => (await polygon())[2]).toEqual([x, y + 2]);
    await page.getByRole('button', { name: /^Polygon 2/ }).focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z');
    await expect.poll(polygon).toEqual(before);
  });

  it('are moved, sized, turned and deleted without a pointer', async () => {
    await page.getByRole('button', { name: /^Rectangle 1/ }).focus();
    const left = page.getByRole('textbox', { name: 'Left' });
    const before = Number.parseInt(await left.inputValue());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => left.inputValue()).toBe(`${before + 11} px`);
    await page.getByRole('textbox', { name: 'Width' }).fill('50');
    await expect.poll(async () => (await regions()).inspect).toMatchObject([{ x: before + 11, width: 50 }]);
    await page.getByRole('button', { name: /^Rectangle 1/ }).focus();
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await regions()).inspect).toEqual([]);
    await page.getByRole('button', { name: 'Add in the middle' }).press('Enter');
    await expect.poll(async () => (await regions()).ignore.length).toBe(3);
  });

  it('have no violations that axe can find', async () => {
    expect(await violations(page)).toEqual([]);
  });

  it('ran without a fault', () => {
    expect(opened.faults).toEqual([]);
  });
});

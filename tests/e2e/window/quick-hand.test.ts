import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspect, inspectParts, partAddress } from './part-project.ts';
import { pressAllAtOnce } from './quick-keys.ts';

const folder = temporaryFolder();

describe('a quick hand loses nothing', () => {
  let window: OpenWindow;
  let page: Page;
  let runId: number;
  let parts: number[];
  beforeAll(async () => {
    window = await openWindow({ project: join(folder, 'parts.sparsight') });
    ({ page } = window);
    ({ runId } = await inspectParts(window.client, folder));
    parts = await window.client.results.ids({ runId });
  });
  afterAll(() => window.close());

  const show = async (hash: string) => {
    await page.evaluate((address) => (location.hash = address), hash);
  };
  const openFirst = async () => {
    await show(partAddress(parts[0] ?? 0, { runId }));
    await page
      .getByText(`1 / ${parts.length}`)
      .or(page.getByText(`1 of ${parts.length}`))
      .waitFor();
  };
  const verdictOf = async (resultId = 0) =>
    (await window.client.results.get({ resultId })).verdict?.decision ?? null;

  it('when stepping through parts, though they are still being fetched', async () => {
    await page.reload();
    await openFirst();
    await pressAllAtOnce(
      page,
      parts.slice(1).map(() => 'j'),
    );
    await page.waitForURL(new RegExp(`#/part/${parts.at(-1)}\\b`));
  });

  it('when changing a verdict, and takes back one change at a time', async () => {
    await openFirst();
    await page.getByRole('button', { name: 'Next part after a verdict' }).click();
    await pressAllAtOnce(page, ['a', 'r', 'u']);
    await expect.poll(() => verdictOf(parts[0])).toBe('unsure');
    await page.keyboard.press('Control+z');
    await expect.poll(() => verdictOf(parts[0])).toBe('reject');
    await page.keyboard.press('Control+z');
    await expect.poll(() => verdictOf(parts[0])).toBe('accept');
    await page.keyboard.press('Control+z');
    await expect.poll(() => verdictOf(parts[0])).toBeNull();
    await page.getByRole('button', { name: 'Next part after a verdict' }).click();
  });

  it('when moving a slider of the picture', async () => {
    await openFirst();
    await page.getByRole('slider', { name: 'Opacity' }).focus();
    await page.keyboard.press('Home');
    await pressAllAtOnce(
      page,
      Array.from({ length: 12 }, () => 'ArrowRight'),
    );
    await expect.poll(async () => (await window.client.settings.get()).heatMapOpacity).toBeCloseTo(0.6);
  });

  it('when going from one end of the images to the other and back', async () => {
    await show('#/images');
    await page.getByRole('gridcell').first().click();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-place'));
    for (let rounds = 0; rounds < 20; rounds++) {
      await pressAllAtOnce(page, ['End', 'Home', 'ArrowRight']);
      await expect.poll(focused).toBe('1');
      await page.keyboard.press('End');
      await expect.poll(focused).not.toBe('1');
      await page.keyboard.press('Home');
      await expect.poll(focused).toBe('0');
    }
  });

  it('when a name is typed and the guide opened with the cursor still in the field', async () => {
    await show('#/settings');
    await page.getByRole('textbox', { name: 'Operator' }).fill('M. Ito');
    await page.keyboard.press('F1');
    await expect.poll(async () => (await window.client.settings.get()).operator).toBe('M. Ito');
  });

  it('when the report is filled in and another inspection chosen at once', async () => {
    const { runId: second } = await inspect(window.client, [join(folder, 'parts', 'good')]);
    await show(`#/reports/${second}`);
    await page.getByRole('textbox', { name: 'Customer' }).fill('Nippon Bearings');
    await show(`#/reports/${runId}`);
    await page.getByText(/6 parts in the table/).waitFor();
    expect(await page.getByRole('textbox', { name: 'Customer' }).inputValue()).toBe('Nippon Bearings');
    await expect.poll(async () => (await window.client.reports.fields()).customer).toBe('Nippon Bearings');
  });

  it('and ran without a fault', () => {
    expect(window.faults).toEqual([]);
  });
});

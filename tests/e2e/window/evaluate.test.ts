import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspectLabelled, labelledRun } from '../labelled-run.ts';

const folder = temporaryFolder();
let window: OpenWindow;
let page: Page;
let runId: number;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'parts.sparsight') });
  ({ page } = window);
  runId = await inspectLabelled(window.client, folder);
});

afterAll(async () => {
  await window.close();
});

beforeEach(async () => {
  await page.evaluate((hash) => (location.hash = hash), `#/evaluate/${runId}`);
  await limit('Reject').waitFor();
});

const limit = (kind: 'Review' | 'Reject') => page.getByRole('slider', { name: `${kind} limit` });
const falseRejects = () => page.getByRole('button', { name: /^False rejects/ });
const appliedLimits = async () => (await window.client.runs.get({ runId })).limits;
const parts = () => page.getByRole('dialog').getByRole('list', { name: 'Parts' }).getByRole('button');

async function moveTo(kind: 'Review' | 'Reject', value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `${kind} from` });
  await field.fill(value);
  await field.blur();
}

describe('the Evaluate screen', () => {
  it('moves a limit by keyboard, with the counts following at once', async () => {
    await limit('Review').focus();
    await page.keyboard.press('Home');
    await limit('Reject').focus();
    await page.keyboard.press('Home');
    expect(await limit('Reject').getAttribute('aria-valuenow')).toBe('0');
    await falseRejects().getByText(String(labelledRun.good), { exact: true }).waitFor();
    const { good } = labelledRun;
    await page.getByRole('button', { name: `Good parts: Reject ${good} 100%` }).waitFor();

    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await limit('Reject').getAttribute('aria-valuenow')).toBe('0.11');
    await screenshot(page, 'evaluate-moved');
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(Number(await limit('Reject').getAttribute('aria-valuenow'))).toBe((await appliedLimits()).reject);
  });

  it('moves a limit with the mouse', async () => {
    const before = Number(await limit('Reject').getAttribute('aria-valuenow'));
    const box = await limit('Reject').boundingBox();
    if (box === null) throw new Error('The limit has no place.');
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y, { steps: 4 });
    await page.mouse.up();
    expect(Number(await limit('Reject').getAttribute('aria-valuenow'))).toBeGreaterThan(before + 0.1);
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  it('applies limits to the inspection, and takes that back', async () => {
    const before = await appliedLimits();
    await moveTo('Review', '0.25');
    await moveTo('Reject', '0.5');
    await page.getByRole('button', { name: 'Apply to this inspection' }).click();
    await page.getByText('The limits apply to this inspection.').waitFor();
    expect(await appliedLimits()).toEqual({ review: 0.25, reject: 0.5 });

    await page.getByRole('heading', { name: 'Evaluate' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(appliedLimits).toEqual(before);
  });

  it('sets the limits by a stated share of good parts, and keeps them for coming inspections', async () => {
    await page.getByLabel('At most so many of 100 good parts rejected').fill('1');
    await page.getByLabel('At most so many of 100 good parts not passed').fill('10');
    await page.getByRole('button', { name: 'Set limits' }).click();
    await expect.poll(() => limit('Reject').getAttribute('aria-valuenow')).toBe('2');
    expect(await limit('Review').getAttribute('aria-valuenow')).toBe('1');

    await page.getByRole('button', { name: 'Use for coming inspections' }).click();
    await page.getByText('Coming inspections use these limits.', { exact: true }).waitFor();
    const [model] = await window.client.models.list();
    expect(model?.limits).toEqual({ review: 1, reject: 2 });
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  it('refuses to leave fewer parts for review than it rejects', async () => {
    await page.getByLabel('At most so many of 100 good parts rejected').fill('20');
    await page
      .getByRole('alert')
      .getByText(/cannot be less/)
      .waitFor();
    expect(await page.getByRole('button', { name: 'Set limits' }).isDisabled()).toBe(true);
    await page.getByLabel('At most so many of 100 good parts rejected').fill('2');
  });

  it('shows the parts behind a bar, a cell and a defect type, and opens one', async () => {
    const chart = page.getByRole('img', { name: /^Histogram of scores/ });
    const box = await chart.boundingBox();
    if (box === null) throw new Error('The histogram has no place.');
    // The lowest bars of good parts stand at the very left of the upper half.
    const position = { x: 44 + 12, y: box.height * 0.5 };
    // Nothing in the page says when the canvas has drawn its bars.
    await vi.waitFor(
      async () => {
        if ((await parts().count()) === 0) await chart.click({ position, timeout: 2000 });
        await parts().first().waitFor({ timeout: 2000 });
      },
      { timeout: 30_000 },
    );
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Show the parts: blot' }).click();
    await expect.poll(() => parts().count()).toBe(labelledRun.blots);
    await screenshot(page, 'evaluate-parts');
    await parts().first().click();
    await page.waitForFunction(() => location.hash.startsWith('#/part/'));
  });

  it('says the same as a table', async () => {
    await page.getByRole('button', { name: 'Show “Trade-off (ROC)” as a table' }).click();
    const table = page.getByRole('group', { name: 'Trade-off (ROC)' });
    await table
      .getByRole('button', { name: /^Show the parts:/ })
      .last()
      .click();
    await expect.poll(() => parts().count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show “Trade-off (ROC)” as a chart' }).click();
  });

  it('breaks no rule of accessibility', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([]);
  });
});

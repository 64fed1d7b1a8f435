import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspectLabelled } from '../labelled-run.ts';

const folder = temporaryFolder();
let window: OpenWindow;
let page: Page;
let runId: number;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'parts.sparsight'), theme: 'dark' });
  ({ page } = window);
  runId = await inspectLabelled(window.client, folder);
  await page.reload();
});
afterAll(() => window.close());

async function violations(hash: string, name: string, isThere: () => Promise<void>): Promise<string[]> {
  await page.evaluate((address) => (location.hash = address), hash);
  await isThere();
  await screenshot(page, `dark-${name}`);
  // The page in the frame is the report's own affair, and runs no script that could check it.
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode(true);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe('accessibility rules in dark colours hold', () => {
  it('on the form of Learn and on a model', async () => {
    const learn = page.getByRole('main').getByRole('button', { name: 'Learn', exact: true });
    expect(await violations('#/learn', 'learn', () => learn.waitFor())).toEqual([]);
    const origin = page.getByRole('tab', { name: 'Origin' });
    expect(await violations('#/learn/1', 'model', () => origin.waitFor())).toEqual([]);
  });

  it('on the form of Inspect and on results', async () => {
    const start = page.getByRole('button', { name: 'Start the inspection' });
    expect(await violations('#/inspect', 'inspect', () => start.waitFor())).toEqual([]);
    const row = page.getByRole('grid', { name: 'Results' }).getByRole('row').nth(2);
    expect(await violations(`#/inspect/${runId}`, 'results', () => row.waitFor())).toEqual([]);
  });

  it('on a part and on the explanation of a place', async () => {
    const query = { runId, sort: 'score' as const, descending: true };
    const { rows } = await window.client.results.list(query);
    const place = page.getByText('1 of 14');
    const search = new URLSearchParams({ query: JSON.stringify(query) }).toString();
    const address = `#/part/${rows[0]?.id ?? 0}?${search}`;
    expect(await violations(address, 'part', () => place.waitFor())).toEqual([]);
    await page.getByRole('application').click();
    const why = page.getByRole('heading', { name: 'What speaks against it' });
    expect(await violations(address, 'place', () => why.waitFor())).toEqual([]);
  });

  it('on Evaluate', async () => {
    const limit = page.getByRole('slider', { name: 'Reject limit' });
    expect(await violations(`#/evaluate/${runId}`, 'evaluate', () => limit.waitFor())).toEqual([]);
  });

  it('on Reports', async () => {
    const preview = page.frameLocator('iframe[title="Preview of the report"]').locator('h1');
    expect(await violations(`#/reports/${runId}`, 'reports', () => preview.waitFor())).toEqual([]);
  });
});

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeParts } from '../../support/part-pictures.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

const folder = temporaryFolder();
let opened: OpenWindow;

beforeAll(async () => {
  const before = join(folder, 'before');
  await writeParts(join(before, 'good'), 6);
  opened = await openWindow({ project: join(folder, 'moved.sparsight') });
  const { client } = opened;
  await endOf(client, client.images.import({ paths: [before], label: { kind: 'by-folder' } }));
  await rename(before, join(folder, 'after'));
});
afterAll(() => opened.close());

it('finds the images of a folder again that was moved', async () => {
  const { page, client } = opened;
  await page.reload();
  await page.getByRole('button', { name: 'Images', exact: true }).click();
  await page.getByText('Some files are no longer where they were').waitFor();
  await screenshot(page, 'images-missing');
  await page.getByRole('button', { name: 'Find the folder…' }).click();
  const path = page.getByRole('dialog').getByRole('textbox').first();
  await path.fill(join(folder, 'after', 'good'));
  await path.press('Enter');
  await page.getByRole('button', { name: 'Choose this folder' }).click();
  await page.getByText('6 images found again').waitFor();
  await page.getByText('Some files are no longer where they were').waitFor({ state: 'detached' });
  const { rows } = await client.images.list({});
  expect(rows.every(({ state }) => state === 'ok')).toBe(true);
});

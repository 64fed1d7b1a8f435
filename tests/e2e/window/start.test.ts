import SqliteConnection from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { testEngine } from '../../support/test-engine.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { goTo } from './file-dialogs.ts';

let window: OpenWindow | undefined;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sparsight-start-'));
});

afterEach(async () => {
  await window?.close();
  window = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe('the start screen', () => {
  const client = testEngine();

  it('welcomes who has no project yet and offers the sample first', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('heading', { name: 'Welcome to Sparsight' }).waitFor();
    await page.getByText('No projects yet').waitFor();
    await screenshot(page, 'start-first');
    expect(await page.getByRole('button', { name: 'Images' }).getAttribute('aria-disabled')).toBe('true');
    expect(window.faults).toEqual([]);
  });

  it('leads from nothing to learning with the sample project in one click', async () => {
    window = await openWindow();
    const { page, client } = window;
    await page.getByRole('button', { name: 'Try the sample project' }).click();
    await page.getByRole('progressbar', { name: 'Progress of the sample project' }).waitFor();
    await screenshot(page, 'start-sample', { isUnderWay: true });
    await page.getByRole('heading', { name: 'Learn', level: 1 }).waitFor({ timeout: 240_000 });
    const { labels, unreadable } = await client.images.labels();
    const count = (label: string | null) => labels.find((known) => known.label === label)?.count ?? 0;
    expect(count('good')).toBeGreaterThanOrEqual(20);
    expect(count('scratch')).toBeGreaterThan(0);
    expect(count(null)).toBe(0);
    // Good parts that are not learnt from, so that an evaluation has good parts that are new to the model.
    const { goodImages, keptForTesting } = await client.recipes.suggest();
    expect(keptForTesting).toBeGreaterThan(0);
    expect(goodImages + keptForTesting).toBe(count('good'));
    await page.getByText(/are kept for testing/).waitFor();
    expect(unreadable).toBe(0);
    expect(window.faults).toEqual([]);
  }, 300_000);

  it('leaves who reads the guide while the sample is made there', async () => {
    window = await openWindow();
    const { page, client } = window;
    await page.getByRole('button', { name: 'Try the sample project' }).click();
    await page.getByRole('progressbar', { name: 'Progress of the sample project' }).waitFor();
    await page.keyboard.press('F1');
    const guide = page.getByRole('heading', { name: 'Help', level: 1 });
    await guide.waitFor();
    await page.getByText('The sample project is ready').waitFor({ timeout: 240_000 });
    expect(await guide.isVisible()).toBe(true);
    expect((await client.project.summary()).images).toBeGreaterThan(0);
  }, 300_000);

  it('makes a project where the person says', async () => {
    window = await openWindow();
    const { page, client } = window;
    await page.getByRole('button', { name: 'New project', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await goTo(page, 'New project', folder);
    await dialog.getByText('There is nothing in this folder yet.').waitFor();
    await dialog.getByRole('textbox', { name: 'File name' }).fill('Bracket');
    await screenshot(page, 'start-new-project');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Images', level: 1 }).waitFor();
    expect((await client.project.summary()).path).toBe(join(folder, 'Bracket.sparsight'));
  });

  it('lists recent projects, and forgets one without touching its file', async () => {
    const project = join(folder, 'Bracket.sparsight');
    window = await openWindow({ project });
    const { page } = window;
    await page.getByRole('button', { name: 'Open Bracket' }).waitFor();
    await screenshot(page, 'start-recent');
    await page.getByRole('button', { name: 'Remove Bracket from this list' }).click();
    await page.getByText('No projects yet').waitFor();
  });

  async function chooseProject({ page }: OpenWindow, name: string): Promise<void> {
    await page.getByRole('button', { name: 'Open project' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open a project' });
    await goTo(page, 'Open a project', folder);
    await dialog.getByRole('option', { name }).click();
    await dialog.getByRole('button', { name: 'Choose' }).click();
  }

  it('leaves who goes elsewhere while a project is opened where they went', async () => {
    const project = join(folder, 'Bracket.sparsight');
    window = await openWindow({ project });
    const { page, client } = window;
    await client.project.close();
    const asked = Promise.withResolvers<boolean>();
    const released = Promise.withResolvers<boolean>();
    await page.routeWebSocket(/\/rpc$/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage(async (message) => {
        if (message.includes('project/open')) {
          asked.resolve(true);
          await released.promise;
        }
        server.send(message);
      });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Open Bracket' }).click();
    await asked.promise;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    released.resolve(true);
    await page.getByRole('button', { name: 'Images', disabled: false }).waitFor();
    await expect.poll(() => page.title()).toMatch(/Bracket.*Settings/);
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });

  it('says what is wrong with a file that is no project, and stays of use', async () => {
    writeFileSync(join(folder, 'letter.sparsight'), 'Dear customer');
    window = await openWindow();
    const { page } = window;
    await chooseProject(window, 'letter.sparsight');
    await page.getByRole('alert').filter({ hasText: 'letter.sparsight' }).waitFor();
    await screenshot(page, 'start-no-project');
    await page.getByRole('heading', { name: 'Welcome to Sparsight' }).waitFor();
  });

  it('says that a project is from a newer version, and what to do', async () => {
    const path = join(folder, 'tomorrow.sparsight');
    await client.project.open({ path });
    await client.project.close();
    const file = new SqliteConnection(path);
    file.pragma('user_version = 9999');
    file.close();
    window = await openWindow();
    const { page } = window;
    await chooseProject(window, 'tomorrow.sparsight');
    await page
      .getByRole('alert')
      .filter({ hasText: 'tomorrow.sparsight' })
      .filter({ hasText: 'newer Sparsight' })
      .waitFor();
    await screenshot(page, 'start-newer');
    await page.getByRole('heading', { name: 'Welcome to Sparsight' }).waitFor();
  });
});

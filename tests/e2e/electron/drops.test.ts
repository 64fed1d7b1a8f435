import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { openedProject } from '../../support/opened-project.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';

/** Holds files over the middle of the window until it takes them, and lets go: as a hand does. */
async function drop(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  const move = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
  const landed = await page.evaluateHandle(() => {
    const drops: boolean[] = [];
    window.addEventListener('drop', () => drops.push(true), { once: true });
    return drops;
  });
  const area = page.getByText('Drop to open or import');
  // Chromium takes a drop for a leave as long as it has not heard that the page accepts it.
  while (!(await landed.evaluate((drops) => drops.length > 0))) {
    await move('dragEnter');
    await move('dragOver');
    await area.waitFor();
    await move('dragOver');
    await move('drop');
    await area.waitFor({ state: 'hidden' });
  }
  await session.detach();
}

describe.skipIf(whyNoElectron !== undefined)(
  ['what is dropped on the window', whyNoElectron].join(' '),
  () => {
    const { launch } = desktop();
    const folder = temporaryFolder();
    const first = join(folder, 'brackets.sparsight');
    const second = join(folder, 'housings.sparsight');
    const parts = join(folder, 'parts');
    let launched: LaunchedApplication;

    beforeAll(async () => {
      const [image] = await writeParts(join(parts, 'good'), 3);
      await mkdir(join(folder, 'loose'));
      await copyFile(image!, join(folder, 'loose', 'part 42.png'));
      await writeParts(join(folder, 'more'), 2, { seed: 50 });
      const client = testEngine();
      await client.project.open({ path: second });
      await client.project.open({ path: first });
      await client.project.close();
      launched = await launch({ parameters: [first] });
      await openedProject(launched.page, 'brackets');
    });

    const count = () => launched.page.getByRole('gridcell').count();
    const title = () =>
      launched.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
    const confirm = () =>
      launched.page.getByRole('dialog').getByRole('button', { name: 'Add images' }).click();

    test('is imported when it is a folder, with what lies in its folders', async () => {
      await drop(launched.page, [parts]);
      await confirm();
      await launched.page.getByRole('gridcell', { name: 'part-3.png' }).waitFor();
      await expect.poll(count, { timeout: 20_000 }).toBe(3);
    });

    test('is imported when it is images and folders together', async () => {
      await drop(launched.page, [join(folder, 'loose', 'part 42.png'), join(folder, 'more')]);
      await confirm();
      await launched.page.getByRole('gridcell', { name: 'part 42.png' }).waitFor();
      await expect.poll(count, { timeout: 20_000 }).toBe(6);
    });

    test('is opened when it is a project', async () => {
      await drop(launched.page, [second]);
      await expect.poll(title, { timeout: 20_000 }).toContain('housings');
    });

    test('is looked into on the screen of signals, which needs no project', async () => {
      const rows = Array.from({ length: 300 }, (_, i) => Math.sin(i / 20));
      await writeFile(join(folder, 'press.csv'), ['force', ...rows].join('\n'));
      await launched.page.getByRole('button', { name: 'Signals' }).click();
      await launched.page.getByRole('heading', { name: 'Which signals do you want to look into?' }).waitFor();
      await drop(launched.page, [join(folder, 'press.csv')]);
      await launched.page.getByRole('img', { name: /press.csv: measured and fitted/ }).waitFor();
    });
  },
);

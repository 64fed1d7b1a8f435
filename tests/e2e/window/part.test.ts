import { AxeBuilder } from '@axe-core/playwright';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspectParts, partAddress } from './part-project.ts';
import type { InspectedParts } from './part-project.ts';

const folder = temporaryFolder();
let window: OpenWindow;
let page: Page;
let parts: InspectedParts;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'parts.sparsight') });
  ({ page } = window);
  parts = await inspectParts(window.client, folder);
  // The window was opened on a project without parts, and others than itself filled it.
  await page.reload();
});

afterAll(async () => {
  await window.close();
});

async function showPart(index = 0): Promise<void> {
  const [result] = parts.rejected.slice(index);
  if (result === undefined) throw new Error('No part was rejected.');
  const address = partAddress(result.id, {
    runId: parts.runId,
    decisions: ['reject'],
    sort: 'score',
    descending: true,
  });
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.getByText(`${index + 1} of ${parts.rejected.length}`).waitFor();
}

const stage = () => page.getByRole('application', { name: /^Picture of/ });

/** The colour of the screen at a share of the stage's width and height. */
async function colourAt(x: number, y: number): Promise<number[]> {
  const picture = await stage().screenshot();
  return page.evaluate(
    async ([bytes, left, top]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      return [...context.getImageData(left * bitmap.width, top * bitmap.height, 1, 1).data.slice(0, 3)];
    },
    [[...picture], x, y] as const,
  );
}

const isGrey = ([red = 0, green = 0, blue = 0]: number[]) =>
  Math.max(red, green, blue) - Math.min(red, green, blue) < 6;

/** Until what is drawn no longer changes. */
async function drawn(): Promise<void> {
  let before = '';
  for (;;) {
    const now = (await stage().screenshot()).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(150);
  }
}

/** Where the blot of the part is, as a share of the stage. */
async function blot(index = 0): Promise<{ x: number; y: number }> {
  const detail = await window.client.results.get({ resultId: parts.rejected[index]!.id });
  const box = (await stage().boundingBox())!;
  const scale = (Math.min(box.width, box.height) - 24) / 128;
  const { peak } = detail.regions[0]!;
  return {
    x: 0.5 + ((peak.x + 0.5 - 64) * scale) / box.width,
    y: 0.5 + ((peak.y + 0.5 - 64) * scale) / box.height,
  };
}

describe('the part view', () => {
  it('shows a rejected part with its decision, its heat map and the places that stand out', async () => {
    await showPart();
    await page.getByRole('region', { name: 'Decision' }).getByText('Reject', { exact: true }).waitFor();
    const places = page.getByRole('list', { name: 'Places that stand out, strongest first' });
    await places.getByRole('button').first().waitFor();
    await drawn();
    const { x, y } = await blot();
    expect(isGrey(await colourAt(x, y))).toBe(false);
    await screenshot(page, 'part');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });

  it('takes the heat map away and brings it back by key', async () => {
    await showPart();
    const { x, y } = await blot();
    await page.keyboard.press('h');
    await page.keyboard.press('o');
    await drawn();
    expect(isGrey(await colourAt(x, y))).toBe(true);
    await page.keyboard.press('h');
    await page.keyboard.press('o');
    await drawn();
    expect(isGrey(await colourAt(x, y))).toBe(false);
  });

  it('colours only what is above a limit, which starts where the regions do and can be moved', async () => {
    await showPart();
    await page.keyboard.press('t');
    const limit = page.getByRole('slider', { name: 'Show only places rarer than' });
    const start = Number(await limit.getAttribute('aria-valuenow'));
    expect(start).toBeGreaterThan(1);
    await limit.press('End');
    expect(Number(await limit.getAttribute('aria-valuenow'))).toBe(6);
    await screenshot(page, 'part-only-above');
    await stage().focus();
    await page.keyboard.press('t');
  });

  it('switches between part, expected part and difference, and compares while B is held', async () => {
    await showPart();
    await page.keyboard.press('e');
    await page.getByText('Working out the expected part…').waitFor({ state: 'hidden' });
    await drawn();
    await screenshot(page, 'part-expected');
    await page.keyboard.press('d');
    await page.getByText('Difference in brightness').waitFor();
    await page.keyboard.press('p');
    await page.keyboard.down('b');
    await page.getByText('Shown: Expected part').waitFor();
    await page.keyboard.up('b');
    await page.getByText('Shown: Expected part').waitFor({ state: 'hidden' });
  });

  it('reads the pixel under the pointer: place, value of the file, how rarely good parts look so', async () => {
    await showPart();
    const box = (await stage().boundingBox())!;
    const { x, y } = await blot();
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    const readOut = page.getByRole('group', { name: 'Pixel under the pointer' });
    await readOut.getByText(/Value \d+ of 255/).waitFor();
    await readOut.getByText(/good parts/).waitFor();
  });

  it('explains the place that is clicked', async () => {
    await showPart();
    const box = (await stage().boundingBox())!;
    const { x, y } = await blot();
    await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    await page.getByRole('heading', { name: 'What speaks against it' }).waitFor();
    await page.getByRole('img', { name: 'Most similar good part' }).waitFor();
    await page.getByText(/^Unusual:/).waitFor();
    await page
      .getByRole('img', { name: /^Building block/ })
      .first()
      .waitFor();
    await screenshot(page, 'part-explained');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('explains the place under the cross with the keyboard alone', async () => {
    await showPart(1);
    await stage().focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('+');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Place x/ }).waitFor();
    await page.getByRole('heading', { name: 'What speaks against it' }).waitFor();
    await page.keyboard.press('0');
  });

  it('keeps a verdict given by key, goes on to the next part, and takes the verdict back', async () => {
    await showPart(0);
    const [first] = parts.rejected;
    await page.keyboard.press('c');
    await page.keyboard.type('dark blot');
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.getByText(`2 of ${parts.rejected.length}`).waitFor();
    const kept = async () => (await window.client.results.get({ resultId: first!.id })).verdict;
    await expect.poll(kept).toMatchObject({ decision: 'reject', comment: 'dark blot' });
    await page.keyboard.press('Control+z');
    await page.getByText(`1 of ${parts.rejected.length}`).waitFor();
    await expect.poll(kept).toBeNull();
  });

  it('steps through the parts with several keys', async () => {
    await showPart(0);
    const position = (of: number) => page.getByText(`${of} of ${parts.rejected.length}`).waitFor();
    await page.keyboard.press('j');
    await position(2);
    await page.keyboard.press('k');
    await position(1);
    await page.keyboard.press('PageDown');
    await position(2);
    await page.keyboard.press('Alt+ArrowLeft');
    await position(1);
  });

  it('teaches that a part is good, says what that changes, and goes back', async () => {
    await showPart(0);
    const inUse = async () => (await window.client.models.list()).find((model) => model.inUse)?.id;
    const before = await inUse();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: 'Learnt: this part is good' });
    await dialog.getByText('It would decide').waitFor();
    expect(await inUse()).not.toBe(before);
    await screenshot(page, 'part-taught');
    await dialog.getByRole('button', { name: 'Go back to the model before' }).click();
    await page.getByText('The model before is in use again.').waitFor();
    expect(await inUse()).toBe(before);
  });

  it('says that the picture was moved and finds it again', async () => {
    const moved = join(folder, 'moved');
    await rename(join(folder, 'parts'), moved);
    await showPart(2);
    await page.reload();
    await page.getByText('The picture of this part is not where it was').waitFor();
    await page.getByRole('button', { name: 'Find the folder…' }).waitFor();
    await screenshot(page, 'part-moved');
    await rename(moved, join(folder, 'parts'));
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The picture of this part is not where it was').waitFor({ state: 'hidden' });
  });

  it('says that a result is gone', async () => {
    await page.evaluate((hash) => (location.hash = hash), partAddress(999_999, { runId: parts.runId }));
    await page.getByRole('heading', { name: 'This result is no longer there' }).waitFor();
    await page.getByRole('button', { name: 'Back to the inspection' }).waitFor();
    await screenshot(page, 'part-gone');
  });
});

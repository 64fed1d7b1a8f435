import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { untilSettled } from './until-settled.ts';

const screenshots = join(import.meta.dirname, '..', '..', '.cache', 'screenshots');

export interface ScreenshotOptions {
  /** Whether the picture is of work that goes on: then it is taken at once. @default false */
  readonly isUnderWay?: boolean;
}

/** Milliseconds; what is not there by then is shown as it is. */
const patience = 6000;
/** Where parts arrive while they are looked at, no two pictures are the same. */
const attempts = 4;

/**
 * Writes what the page shows to .cache/screenshots/WIDTHxHEIGHT, for a person to look at: once nothing in sight is on
 * its way any more, and two pictures in a row are the same.
 */
export async function screenshot(
  page: Page,
  name: string,
  { isUnderWay = false }: ScreenshotOptions = {},
): Promise<void> {
  const size = await page.evaluate<string>('`${innerWidth}x${innerHeight}`');
  const end = Date.now() + (isUnderWay ? 0 : patience);
  const take = async () => {
    await untilSettled(page, end);
    return page.screenshot({ animations: 'disabled' });
  };
  let picture = await take();
  for (let attempt = 1; attempt < attempts && Date.now() < end; attempt++) {
    const before = picture;
    picture = await take();
    if (picture.equals(before)) break;
  }
  const folder = join(screenshots, size);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), picture);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

const screenshots = join(import.meta.dirname, '..', '..', '.cache', 'screenshots');

/** Writes what the page shows to .cache/screenshots/WIDTHxHEIGHT, for a person to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const size = await page.evaluate<string>('`${innerWidth}x${innerHeight}`');
  const folder = join(screenshots, size);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

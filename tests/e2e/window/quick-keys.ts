import type { Page } from 'playwright';

/** Presses keys without waiting for what each of them does, as a held key or a quick hand would. */
export async function pressAllAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

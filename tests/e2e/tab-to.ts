import type { Locator } from 'playwright';

/** Goes on by Tab until an element has the focus, as somebody without a pointer would. */
export async function tabTo(target: Locator): Promise<void> {
  // The buttons of a choice are drawn by their labels, and hidden themselves.
  await target.waitFor({ state: 'attached' });
  const most = 60;
  for (let presses = 0; presses < most; presses++) {
    await target.page().keyboard.press('Tab');
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`${most} presses of Tab do not lead to ${target.toString()}.`);
}

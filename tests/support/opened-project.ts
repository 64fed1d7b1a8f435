import type { Page } from 'playwright';

/** Waits until the window has opened the project of this name; the start screen names it before. */
export function openedProject(page: Page, name: string): Promise<void> {
  return page.getByRole('contentinfo').getByText(name, { exact: true }).waitFor();
}

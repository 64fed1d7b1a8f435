import type { Page } from 'playwright';
import { expect } from 'vitest';

/** Fills in the window's own dialog for saving. */
export async function saveAs(page: Page, folder: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Save as' });
  await goTo(page, 'Save as', folder);
  await dialog.getByRole('textbox', { name: 'File name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
}

/** Chooses a file in the window's own dialog. */
export async function chooseFile(
  page: Page,
  folder: string,
  name: string,
  title = 'Choose a file',
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await goTo(page, title, folder);
  await dialog.getByRole('option', { name }).click();
  await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
}

const english = { title: 'Choose folders', folder: 'Folder', choose: 'Choose this folder' };

/** Chooses a folder as a whole in the window's own dialog. */
export async function chooseFolder(page: Page, folder: string, words = english): Promise<void> {
  await goTo(page, words.title, folder, words.folder);
  const dialog = page.getByRole('dialog', { name: words.title });
  await expect.poll(() => dialog.getByRole('textbox', { name: words.folder }).inputValue()).toBe(folder);
  await dialog.getByRole('button', { name: words.choose }).click();
}

/** Types a folder into the window's own dialog of that title. */
export async function goTo(page: Page, dialog: string, folder: string, label = 'Folder'): Promise<void> {
  const field = page.getByRole('dialog', { name: dialog }).getByRole('textbox', { name: label });
  // The folder that was used last is offered; what was typed before it appears would be put behind it.
  await expect.poll(() => field.inputValue()).not.toBe('');
  if ((await field.inputValue()) === folder) return;
  await field.fill(folder);
  await field.press('Enter');
}

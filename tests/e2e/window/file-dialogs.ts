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

/** Chooses a folder as a whole in the window's own dialog. */
export async function chooseFolder(page: Page, folder: string): Promise<void> {
  await goTo(page, 'Choose folders', folder);
  const dialog = page.getByRole('dialog', { name: 'Choose folders' });
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Folder' }).inputValue()).toBe(folder);
  await dialog.getByRole('button', { name: 'Choose this folder' }).click();
}

async function goTo(page: Page, dialog: string, folder: string): Promise<void> {
  const field = page.getByRole('dialog', { name: dialog }).getByRole('textbox', { name: 'Folder' });
  // The folder that was used last is offered.
  await expect.poll(() => field.inputValue()).not.toBe('');
  if ((await field.inputValue()) === folder) return;
  await field.fill(folder);
  await field.press('Enter');
}

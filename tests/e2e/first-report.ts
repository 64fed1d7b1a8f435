import type { Page } from 'playwright';
import { screenshot } from '../support/screenshot.ts';

/** Milliseconds; making the sample parts and learning from them on a busy machine. */
const longWork = 240_000;

/**
 * From a first start to the customer's report, as somebody goes who has read nothing and follows what is offered.
 *
 * @param shell - begins the names of the screenshots.
 * @param saveAs - answers where the report shall lie.
 */
export async function firstReport(page: Page, shell: string, saveAs: () => Promise<void>): Promise<void> {
  const look = (step: string) => screenshot(page, `${shell}-${step}`);
  const main = page.getByRole('main');

  await page.getByRole('heading', { name: 'Welcome to Sparsight' }).waitFor();
  await look('1-start');
  await page.getByRole('button', { name: 'Try the sample project' }).click();
  await page.getByRole('heading', { name: 'Learn', level: 1 }).waitFor({ timeout: longWork });
  await look('2-learn');
  await main.getByRole('button', { name: 'Learn', exact: true }).click();
  await page.getByRole('img', { name: /patterns at scale 1/ }).waitFor({ timeout: longWork });
  await screenshot(page, `${shell}-3-learning`, { isUnderWay: true });
  await page.getByText('The model is ready').waitFor({ timeout: longWork });
  await look('4-model');
  await page.getByRole('button', { name: 'Inspect now' }).click();
  await page.getByRole('button', { name: 'Start the inspection' }).waitFor();
  await look('5-inspect');
  await page.getByRole('button', { name: 'Start the inspection' }).click();
  const results = page.getByRole('grid', { name: 'Results' });
  await results.getByText('Reject').first().waitFor({ timeout: longWork });
  await page.getByRole('button', { name: 'Score' }).click();
  await page
    .getByRole('columnheader', { name: 'Score' })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor();
  await look('6-results');

  await results.locator('[aria-rowindex="2"]').dblclick();
  const places = page.getByRole('list', { name: 'Places that stand out, strongest first' });
  await places.getByRole('button').first().click();
  await page.getByRole('tab', { name: 'Why?' }).click();
  await page.getByRole('heading', { name: 'What speaks against it' }).waitFor();
  for (const name of ['Found', 'Expected', 'Most similar good part'])
    await page.getByRole('img', { name, exact: true }).waitFor();
  await look('7-part');
  await page.getByRole('button', { name: 'Judge parts' }).waitFor({ timeout: longWork });

  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('slider', { name: 'Review limit' }).waitFor({ state: 'attached' });
  await look('8-evaluate');

  await page.getByRole('button', { name: 'Reports', exact: true }).click();
  await page.getByRole('textbox', { name: 'Customer' }).fill('Example Ltd');
  await page.frameLocator('iframe[title="Preview of the report"]').getByText('Example Ltd').first().waitFor();
  await look('9-reports');
  await page.getByRole('button', { name: 'Export as PDF…' }).click();
  await saveAs();
  await page.getByText('Report saved').waitFor({ timeout: longWork });
}

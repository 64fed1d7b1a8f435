import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { firstReport } from '../first-report.ts';
import { answerDialogs, resize } from './native.ts';

describe.skipIf(whyNoElectron !== undefined)(['on the desktop', whyNoElectron].join(' '), () => {
  const { launch } = desktop();

  test('what is offered leads from the first start to a report for the customer', async () => {
    const home = temporaryFolder();
    const { application, page } = await launch({ home });
    page.setDefaultTimeout(45_000);
    await resize(application);
    const report = join(home, 'report.pdf');
    await answerDialogs(application, { save: report });
    await firstReport(page, 'desktop', () => Promise.resolve());
    expect((await readFile(report)).subarray(0, 5).toString()).toBe('%PDF-');
  }, 600_000);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { firstReport } from '../first-report.ts';
import { saveAs } from './file-dialogs.ts';

describe('in a browser', () => {
  const folder = temporaryFolder();
  let opened: OpenWindow;
  beforeAll(async () => {
    opened = await openWindow();
  });
  afterAll(() => opened.close());

  test('what is offered leads from the first start to a report for the customer', async () => {
    const { page, faults } = opened;
    await firstReport(page, 'browser', () => saveAs(page, folder, 'report.pdf'));
    expect((await readFile(join(folder, 'report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(faults).toEqual([]);
  }, 600_000);
});

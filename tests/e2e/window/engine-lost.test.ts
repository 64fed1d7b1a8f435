import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebSocketRoute } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

let window: OpenWindow | undefined;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sparsight-lost-'));
});

afterEach(async () => {
  await window?.close();
  window = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A connection that a test can cut and let come back. */
async function cuttable({ page }: OpenWindow): Promise<{ cut: () => Promise<void>; restore: () => void }> {
  let down = false;
  let last: WebSocketRoute | undefined;
  await page.routeWebSocket(/\/rpc$/, async (socket) => {
    if (down) return socket.close();
    last = socket;
    socket.connectToServer();
  });
  await page.reload();
  return {
    cut: async () => {
      down = true;
      await last?.close();
    },
    restore: () => {
      down = false;
    },
  };
}

describe('when the engine stops', () => {
  it('the window says so, comes back by itself, and opens the project again', async () => {
    const project = join(folder, 'Bracket.sparsight');
    window = await openWindow({ project });
    const { page, client } = window;
    const connection = await cuttable(window);
    await page.getByRole('button', { name: 'Images' }).click();
    await page.getByRole('heading', { name: 'Images', level: 1 }).waitFor();

    await connection.cut();
    const notice = page.getByRole('status').filter({ hasText: 'What was finished is safe' });
    await notice.waitFor();
    await screenshot(page, 'engine-lost', { isUnderWay: true });

    // An engine that was started anew has no project open.
    await client.project.close();
    connection.restore();
    await page.getByRole('status').filter({ hasText: 'The project was opened again.' }).waitFor();
    await screenshot(page, 'engine-back');
    expect((await client.project.summary()).path).toBe(project);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Images', level: 1 }).waitFor();
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { vi } from 'vitest';

/** Milliseconds for the application to come up, and for one attempt at taking control of it. */
const startTime = 90_000;
const attemptTime = 15_000;
const attempts = 4;

/** A page as Chromium lists those that can be debugged. */
interface PageTarget {
  readonly type: string;
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
}

/**
 * Takes control of the window of an application that was started with `--remote-debugging-port=0`.
 *
 * Whoever attaches while a page is about to get its process waits for an answer that may never come: the page is
 * listed before its first navigation has begun, and asking it then is lost. So nobody attaches until the page itself
 * says that it has been loaded, and an attempt that stays without an answer is given up for another one.
 *
 * @param userData the folder that the application was started with
 */
export async function connectToWindow(userData: string): Promise<Browser> {
  const port = await debuggingPort(userData);
  await vi.waitUntil(() => pageIsLoaded(port), { timeout: startTime, interval: 250 });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.connectOverCDP(address, { timeout: attemptTime });
    } catch (thrown) {
      if (attempt === attempts) throw thrown;
    }
  }
}

/** Chromium writes into its folder where it can be reached. */
async function debuggingPort(folder: string): Promise<string> {
  const file = join(folder, 'DevToolsActivePort');
  await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8').includes('\n'), {
    timeout: startTime,
  });
  const [port = ''] = readFileSync(file, 'utf8').split('\n');
  return port;
}

async function pageIsLoaded(port: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(5000) });
    const page = ((await response.json()) as PageTarget[]).find(
      ({ type, url }) => type === 'page' && url.startsWith('sparsight:'),
    );
    return page !== undefined && (await readyState(page.webSocketDebuggerUrl)) === 'complete';
  } catch {
    // Not there yet; whoever waits asks again.
    return false;
  }
}

/** Asked over a connection of its own, which holds nothing up when no answer comes. */
function readyState(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const timer = setTimeout(() => end(() => reject(new Error('The page does not answer.'))), 3000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      socket.close();
      settle();
    };
    socket.addEventListener('error', () => end(() => reject(new Error('The page cannot be reached.'))));
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'document.readyState' } }),
      ),
    );
    socket.addEventListener('message', ({ data }) => {
      const { result } = JSON.parse(String(data)) as { result?: { result?: { value?: unknown } } };
      end(() => resolve(String(result?.result?.value)));
    });
  });
}

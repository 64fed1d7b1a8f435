import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../../src-shared/contract/client.ts';
import type { ProgressDisplay } from './progress-display.ts';

/** Milliseconds that the last news of finished work may take. */
const lastNews = 200;

/** Shows how far work is that is no job. @param work gets the name under which it is to tell */
export async function followWork<Value>(
  client: Client,
  display: ProgressDisplay,
  work: (progressId: string) => Promise<Value>,
): Promise<Value> {
  const progressId = randomUUID();
  const ended = new AbortController();
  const show = async () => {
    for await (const progress of await client.signals.progress({ progressId }, { signal: ended.signal }))
      display.progress(progress);
  };
  // What goes wrong, the work itself says.
  const shown = show().catch(() => undefined);
  try {
    const value = await work(progressId);
    await Promise.race([shown, delay(lastNews)]);
    return value;
  } finally {
    ended.abort();
    await shown;
    display.stop();
  }
}

import { useSyncExternalStore } from 'react';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { JobProgress } from '../../../src-shared/contract/job.ts';
import { createValueStore } from '../../viewer/value-store.ts';
import type { SignalRole } from './signals-session.ts';

/** What takes long on this screen. */
export type Work = `read ${SignalRole}` | 'inspect' | 'report';

const progresses = createValueStore<Partial<Record<Work, JobProgress | undefined>>>({});

const tell = (work: Work, progress: JobProgress | undefined) =>
  progresses.set({ ...progresses.get(), [work]: progress });

/** How far work is; undefined before it begins and once it has ended. */
export function useWorkProgress(work: Work): JobProgress | undefined {
  return useSyncExternalStore(progresses.subscribe, () => progresses.get()[work]);
}

/** Does work while the screen is told how far it is. @param run gets the name under which the engine is to tell */
export async function followed<Value>(
  client: Client,
  work: Work,
  run: (progressId: string) => Promise<Value>,
): Promise<Value> {
  // Several windows may have one engine.
  const progressId = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const ended = new AbortController();
  const listen = async () => {
    for await (const progress of await client.signals.progress({ progressId }, { signal: ended.signal })) {
      if (ended.signal.aborted) return;
      tell(work, progress);
    }
  };
  // What goes wrong, the work itself says.
  listen().catch(() => undefined);
  try {
    return await run(progressId);
  } finally {
    ended.abort();
    tell(work, undefined);
  }
}

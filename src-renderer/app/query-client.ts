import { notifyManager, QueryClient } from '@tanstack/react-query';

// By default, what is written into the cache is seen a timer later, and a key pressed in between acts on what was there
// before: quick keys would be lost. A microtask comes before any other event.
notifyManager.setScheduler(queueMicrotask);

/** An engine answers in the same way the second time: only what was lost on the way is worth another attempt. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: 5000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

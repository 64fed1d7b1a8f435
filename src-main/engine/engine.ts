import { createRouterClient } from '@orpc/server';
import type { Logger } from 'pino';
import type { Client } from '../../src-shared/contract/client.ts';
import { createRouter } from './router.ts';
import { ProjectSession } from './session.ts';
import type { OpenOptions } from '../storage/open-project.ts';
import { WorkerPool } from './workers/pool.ts';

/** The contract with its handlers, for shells that serve it over a transport of their own. */
export type EngineRouter = ReturnType<typeof createRouter>;

export interface EngineOptions {
  /** Worker threads. @default one for each core */
  readonly workers?: number;
  readonly log: Logger;
}

export interface Engine {
  /** For callers in the same process. */
  readonly client: Client;
  readonly router: EngineRouter;
  /** Cancels what is running, closes the project and ends the workers. */
  close(): Promise<void>;
}

/** What the procedures work with: the open project, if any, and the workers. */
export interface EngineContext {
  readonly pool: WorkerPool;
  readonly log: Logger;
  readonly now: () => string;
  session(): ProjectSession | null;
  open(path: string, options: OpenOptions): Promise<ProjectSession>;
  close(): Promise<void>;
}

/** The engine: one open project at a time, its jobs and its workers, behind the contract. */
export function createEngine({ workers, log }: EngineOptions): Engine {
  const pool = new WorkerPool(workers);
  let current: ProjectSession | null = null;
  const context: EngineContext = {
    pool,
    log,
    now: () => new Date().toISOString(),
    session: () => current,
    async open(path, options) {
      await context.close();
      current = new ProjectSession(path, options, context.now, log);
      return current;
    },
    async close() {
      const closing = current;
      current = null;
      await closing?.close();
    },
  };
  const router = createRouter(context);
  return {
    client: createRouterClient(router),
    router,
    async close() {
      await context.close();
      await pool.close();
    },
  };
}

import { createRouterClient } from '@orpc/server';
import type { Logger } from 'pino';
import type { Client } from '../../src-shared/contract/client.ts';
import { createRouter } from './router.ts';
import { Thumbnails } from './pictures/thumbnails.ts';
import { ProjectSession } from './session.ts';
import { rememberProject } from './settings/recent-projects.ts';
import { SettingsStore } from './settings/settings-store.ts';
import type { OpenOptions } from '../storage/open-project.ts';
import { PictureThread } from './workers/picture-thread.ts';
import { WorkerPool } from './workers/pool.ts';
import { TrialThread } from './workers/trial-thread.ts';

type LaboratoryTasks = typeof import('./workers/laboratory-worker.ts');
type SignalTasks = typeof import('./workers/signals-worker.ts');

/** The contract with its handlers, for shells that serve it over a transport of their own. */
export type EngineRouter = ReturnType<typeof createRouter>;

export interface EngineOptions {
  /** Worker threads. @default one for each core */
  readonly workers?: number;
  readonly log: Logger;
  /** JSON file of settings and recent projects; in memory when left out. */
  readonly settingsFile?: string;
  /** Where thumbnails are kept; when left out, each is made anew. */
  readonly cacheFolder?: string;
  /** The file that `log` writes to, if any: for showing it. */
  readonly logFile?: string;
  /** Where new projects are offered to be saved. @default the user's documents */
  readonly documentsFolder?: string;
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
  /** For pictures that somebody is looking at. */
  readonly pictures: PictureThread;
  /** For what is tried out. */
  readonly laboratory: TrialThread<LaboratoryTasks>;
  /** For process signals, apart from it: each keeps what it read. */
  readonly signals: TrialThread<SignalTasks>;
  readonly thumbnails: Thumbnails;
  readonly settings: SettingsStore;
  readonly host: { readonly logFile: string | null; readonly documentsFolder: string | null };
  readonly log: Logger;
  readonly now: () => string;
  session(): ProjectSession | null;
  open(path: string, options: OpenOptions): Promise<ProjectSession>;
  close(): Promise<void>;
}

/** The engine: one open project at a time, its jobs and its workers, behind the contract. */
export function createEngine({ workers, log, ...options }: EngineOptions): Engine {
  const pool = new WorkerPool(workers);
  const pictures = new PictureThread();
  const laboratory = new TrialThread<LaboratoryTasks>('laboratory-worker');
  const signals = new TrialThread<SignalTasks>('signals-worker');
  const { cacheFolder = null, settingsFile = null, logFile = null, documentsFolder = null } = options;
  let current: ProjectSession | null = null;
  const context: EngineContext = {
    pool,
    pictures,
    laboratory,
    signals,
    thumbnails: new Thumbnails(pictures, cacheFolder, log),
    settings: new SettingsStore(settingsFile, log),
    host: { logFile, documentsFolder },
    log,
    now: () => new Date().toISOString(),
    session: () => current,
    async open(path, options) {
      await context.close();
      const opened = new ProjectSession(path, options, context.now, log);
      current = opened;
      await rememberProject(context, opened.project, 'opened');
      return opened;
    },
    async close() {
      const closing = current;
      current = null;
      if (closing === null) return;
      await rememberProject(context, closing.project, 'closing');
      await closing.close();
    },
  };
  const router = createRouter(context);
  return {
    client: createRouterClient(router),
    router,
    async close() {
      await context.close();
      await Promise.all([pool.close(), pictures.close(), laboratory.close(), signals.close()]);
    },
  };
}

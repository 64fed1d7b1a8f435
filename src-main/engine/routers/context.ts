import { implement } from '@orpc/server';
import { contract } from '../../../src-shared/contract/contract.ts';
import type { JobKind } from '../../../src-shared/contract/job.ts';
import type { Plane } from '../../../src-shared/domain/image.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import type { EngineContext } from '../engine.ts';
import type { JobContext, JobOptions } from '../jobs/job-queue.ts';
import { noProjectOpen } from '../session.ts';
import type { ProjectSession } from '../session.ts';
import type { Environment } from '../use-cases/environment.ts';
import { asContractError } from './errors.ts';

/** What the procedures of every area work with. */
export interface RouterContext extends EngineContext {
  /** The open project with its jobs. @throws SparsightError 'project.missing' when none is open */
  readonly openSession: () => ProjectSession;
  /** The open project. @throws SparsightError as `openSession` */
  readonly project: () => OpenProject;
  /** What a use case works with while it runs as a job. */
  readonly environment: (job: JobContext) => Environment;
  /** Queues a job. */
  readonly start: (
    kind: JobKind,
    request: unknown,
    run: (environment: Environment) => Promise<unknown>,
    options?: JobOptions,
  ) => { jobId: number };
}

export function createRouterContext(engine: EngineContext): RouterContext {
  const openSession = () => {
    const open = engine.session();
    if (open === null) throw noProjectOpen();
    return open;
  };
  const environment = (job: JobContext): Environment => ({
    project: openSession().project,
    pool: engine.pool,
    job,
    now: engine.now,
  });
  return {
    ...engine,
    openSession,
    project: () => openSession().project,
    environment,
    start: (kind, request, run, options) => ({
      jobId: openSession().jobs.add(kind, request, (job) => run(environment(job)), options),
    }),
  };
}

/** The contract's procedures, ready for their handlers; whatever one throws leaves as one error with details. */
export const implementContract = ({ log }: EngineContext) =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (thrown) {
      throw asContractError(thrown, log);
    }
  });
export type Procedures = ReturnType<typeof implementContract>;

/** Numbers on a grid as they cross to a caller. */
export function asBlobArray({ width, height, data }: Plane) {
  const shape: [number, number] = [height, width];
  // A copy: the numbers may lie in memory that is shared between threads, which a blob does not take.
  return { shape, dtype: 'f32' as const, bytes: new Blob([Float32Array.from(data)]) };
}

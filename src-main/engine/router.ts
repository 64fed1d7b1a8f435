import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { ValidationError } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../src-shared/contract/contract.ts';
import type { Plane } from '../../src-shared/domain/image.ts';
import type { JobKind } from '../../src-shared/contract/job.ts';
import { inspectRequestSchema } from '../../src-shared/contract/requests.ts';
import { describeIssues } from '../../src-shared/errors/describe-issues.ts';
import { SparsightError, toErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import { decodeMap } from '../imaging/codec/map-codec.ts';
import { getJob, listJobs } from '../storage/records/jobs.ts';
import { resolveImagePath } from '../storage/records/image-location.ts';
import { getMap } from '../storage/records/maps.ts';
import { getResult, listResults } from '../storage/records/results.ts';
import { getRun } from '../storage/records/runs.ts';
import type { EngineContext } from './engine.ts';
import type { JobContext } from './jobs/job-queue.ts';
import { noProjectOpen } from './session.ts';
import type { ProjectSession } from './session.ts';
import { loadModel } from './store/model-store.ts';
import { summarise } from './summarise.ts';
import type { Environment } from './use-cases/environment.ts';
import { evaluate } from './use-cases/evaluate.ts';
import { inspect } from './use-cases/inspect.ts';
import { report } from './use-cases/report.ts';
import { makeSamples } from './use-cases/samples.ts';
import { train } from './use-cases/train.ts';
import { softwareVersion } from './software-version.ts';

/** The contract on top of the use cases. Whatever a procedure throws reaches its caller as one error with details. */
export function createRouter(context: EngineContext) {
  const procedures = implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (thrown) {
      const details = toErrorDetails(asUnusableRequest(thrown) ?? thrown);
      if (details.code === 'internal') context.log.error({ err: thrown }, 'procedure failed');
      throw new ORPCError('SPARSIGHT', {
        defined: true,
        message: details.message,
        data: details,
        cause: thrown,
      });
    }
  });

  function session(): ProjectSession {
    const open = context.session();
    if (open === null) throw noProjectOpen();
    return open;
  }

  function environment(job: JobContext): Environment {
    return { project: session().project, pool: context.pool, job, now: context.now };
  }

  function start(kind: JobKind, request: unknown, run: (environment: Environment) => Promise<unknown>) {
    return { jobId: session().jobs.add(kind, request, (job) => run(environment(job))) };
  }

  return procedures.router({
    project: {
      open: procedures.project.open.handler(async ({ input }) => {
        const path = resolve(input.path);
        const { project } = await context.open(path, openOptions(path, input.mode, context.now()));
        return summarise(project);
      }),
      summary: procedures.project.summary.handler(() => summarise(session().project)),
      close: procedures.project.close.handler(() => context.close()),
    },
    jobs: {
      train: procedures.jobs.train.handler(({ input }) => start('train', input, (e) => train(e, input))),
      inspect: procedures.jobs.inspect.handler(({ input }) =>
        start('inspect', input, (e) => inspect(e, input)),
      ),
      evaluate: procedures.jobs.evaluate.handler(({ input }) =>
        start('evaluate', input, (e) => evaluate(e, input)),
      ),
      report: procedures.jobs.report.handler(({ input }) => start('report', input, (e) => report(e, input))),
      samples: procedures.jobs.samples.handler(({ input }) =>
        start('samples', input, (e) => makeSamples(e, input)),
      ),
      events: procedures.jobs.events.handler(({ input, signal }) =>
        session().jobs.channel(input.jobId).events(signal),
      ),
      cancel: procedures.jobs.cancel.handler(({ input }) => session().jobs.cancel(input.jobId)),
      resume: procedures.jobs.resume.handler(({ input }) => {
        const { project, jobs } = session();
        const job = getJob(project, input.jobId);
        const runId = job.runId;
        if (job.kind !== 'inspect' || job.state !== 'interrupted' || runId === null)
          throw notResumable(job.id);
        const request = {
          ...inspectRequestSchema.parse(job.request),
          modelId: getRun(project, runId).modelId,
        };
        jobs.resume(job.id, job.kind, (running) => inspect(environment(running), request, runId));
        return { jobId: job.id };
      }),
      list: procedures.jobs.list.handler(({ input }) => listJobs(session().project, input)),
    },
    results: {
      list: procedures.results.list.handler(
        ({ input: { runId, ...query } }) => listResults(session().project, runId, query).results,
      ),
      get: procedures.results.get.handler(({ input }) => getResult(session().project, input.resultId)),
      evidence: procedures.results.evidence.handler(({ input }) =>
        asBytes(decodeMap({ ...getMap(session().project, input.resultId, 'evidence'), dtype: 'u16' })),
      ),
      expected: procedures.results.expected.handler(async ({ input }) => {
        const { project } = session();
        const result = getResult(project, input.resultId);
        const { key, model } = loadModel(project, getRun(project, result.runId).modelId);
        const path = resolveImagePath(project, result);
        const never = new AbortController().signal;
        return asBytes(await context.pool.run('expected', { key, model, path }, never));
      }),
    },
  });
}

/** What the contract's schemas refuse, as an error for a person; nothing when it was something else. */
function asUnusableRequest(thrown: unknown): SparsightError | undefined {
  if (!(thrown instanceof ORPCError && thrown.code === 'BAD_REQUEST')) return undefined;
  if (!(thrown.cause instanceof ValidationError)) return undefined;
  const issues = thrown.cause.issues as Parameters<typeof describeIssues>[0];
  return new SparsightError(
    {
      code: issues.every(({ path }) => path[0] === 'recipe') ? 'recipe.invalid' : 'usage.invalid',
      message: `This cannot be done as asked. ${describeIssues(issues, thrown.cause.data).join(' ')}`,
      next: 'Correct what is named here.',
    },
    { cause: thrown },
  );
}

function openOptions(path: string, mode: 'read' | 'write' | 'create', now: string) {
  if (mode !== 'create') return { mode } as const;
  if (existsSync(path)) return { mode: 'write' } as const;
  return { mode, name: basename(path, extname(path)), createdAt: now, appVersion: softwareVersion } as const;
}

function asBytes({ width, height, data }: Plane) {
  const shape: [number, number] = [height, width];
  // A copy: the bytes may lie in memory that is shared between threads.
  return { shape, dtype: 'f32' as const, bytes: new Uint8Array(Float32Array.from(data).buffer) };
}

function notResumable(jobId: number): SparsightError {
  return new SparsightError({
    code: 'job.missing',
    message: `Job ${jobId} is not an inspection that was interrupted.`,
    next: 'Start it anew.',
  });
}

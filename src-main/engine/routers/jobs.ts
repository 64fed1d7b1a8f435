import { inspectRequestSchema } from '../../../src-shared/contract/requests.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { getJob, listJobs } from '../../storage/records/jobs.ts';
import type { JobContext } from '../jobs/job-queue.ts';
import { evaluate } from '../use-cases/evaluate.ts';
import { inspect } from '../use-cases/inspect.ts';
import { report } from '../use-cases/report.ts';
import { makeSamples } from '../use-cases/samples.ts';
import { studyDetection } from '../use-cases/studies/study-detection.ts';
import { studyImages } from '../use-cases/studies/study-images.ts';
import { train } from '../use-cases/train.ts';
import type { Procedures, RouterContext } from './context.ts';

export function jobsRouter(procedures: Procedures['jobs'], context: RouterContext) {
  const { openSession, environment, start } = context;
  return {
    train: procedures.train.handler(({ input }) => start('train', input, (e) => train(e, input))),
    inspect: procedures.inspect.handler(({ input }) =>
      start('inspect', input, (e) => inspect(e, input), { beside: input.watch }),
    ),
    evaluate: procedures.evaluate.handler(({ input }) => start('evaluate', input, (e) => evaluate(e, input))),
    report: procedures.report.handler(({ input }) => start('report', input, (e) => report(e, input))),
    samples: procedures.samples.handler(({ input }) => start('samples', input, (e) => makeSamples(e, input))),
    studyImages: procedures.studyImages.handler(({ input }) =>
      start('study-images', input, (e) => studyImages(e, input)),
    ),
    studyDetection: procedures.studyDetection.handler(({ input }) =>
      start('study-detection', input, (e) => studyDetection(e, input)),
    ),
    events: procedures.events.handler(({ input, signal }) =>
      openSession().jobs.channel(input.jobId).events(signal),
    ),
    cancel: procedures.cancel.handler(({ input }) => openSession().jobs.cancel(input.jobId)),
    resume: procedures.resume.handler(({ input }) => {
      const { project, jobs } = openSession();
      const job = getJob(project, input.jobId);
      const runId = job.runId;
      if (job.kind !== 'inspect' || job.state !== 'interrupted' || runId === null) throw notResumable(job.id);
      const request = inspectRequestSchema.parse(job.request);
      const resumed = (running: JobContext) => inspect(environment(running), request, runId);
      jobs.resume(job.id, job.kind, resumed, { beside: request.watch });
      return { jobId: job.id };
    }),
    list: procedures.list.handler(({ input }) => listJobs(openSession().project, input)),
  };
}

function notResumable(jobId: number): SparsightError {
  return reasonedError('job.missing', 'job.not-resumable', { job: jobId });
}

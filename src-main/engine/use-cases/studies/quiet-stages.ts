import type { Environment } from '../environment.ts';

/** The same environment, whose work is part of a larger one and tells no progress of its own. */
export function quiet(environment: Environment): Environment {
  return { ...environment, job: { ...environment.job, progress: () => undefined } };
}

/** The same environment, whose progress begins where other work of the same stage ended. */
export function continued(environment: Environment, before: number, total: number): Environment {
  const { job } = environment;
  const progress: typeof job.progress = (stage, done) => job.progress(stage, before + done, total);
  return { ...environment, job: { ...job, progress } };
}

import type { TeachOutcome } from '../../../../src-shared/contract/outcomes.ts';
import type { JobCentre } from '../../../app/job-centre.ts';
import type { JobView } from '../../../app/job-view.ts';

export type TaughtModel = NonNullable<JobView['taught']>;

/** The model that a job teaches, as soon as it is in use: before the job has looked again at other parts. */
export function untilTaught(
  centre: JobCentre,
  jobId: number,
  outcome: Promise<TeachOutcome>,
): Promise<TaughtModel> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const taught = centre.jobs().find((job) => job.jobId === jobId)?.taught;
      if (taught) resolve(taught);
    };
    const stop = centre.subscribe(look);
    outcome
      .then(({ model, seconds }) => resolve({ modelId: model.id, seconds }))
      .catch(reject)
      .finally(stop);
  });
}

import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SkippedFile } from '../../imaging/files/list-images.ts';
import type { JobContext } from '../jobs/job-queue.ts';

/** Names the files that looked like images and could not be read. */
export function warnOfSkipped(job: JobContext, skipped: readonly SkippedFile[]): void {
  for (const { path, reason } of skipped) {
    const options = { path, because: [reason] };
    job.warn(reasonedError('image.unreadable', 'file.left-out', { path }, options).details());
  }
}

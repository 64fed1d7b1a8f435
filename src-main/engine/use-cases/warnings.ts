import type { JobContext } from '../jobs/job-queue.ts';

/** Names the files that looked like images and could not be read. */
export function warnOfSkipped(
  job: JobContext,
  skipped: readonly { readonly path: string; readonly reason: string }[],
): void {
  for (const { path, reason } of skipped) {
    job.warn({
      code: 'image.unreadable',
      message: `${path} is left out: ${reason}.`,
      next: 'Check the file and its permissions.',
      path,
    });
  }
}

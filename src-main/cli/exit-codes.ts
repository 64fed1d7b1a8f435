import type { ErrorCode } from '../../src-shared/errors/sparsight-error.ts';

/** What the command line's exit codes mean; scripts rely on them. */
export const exitCode = { done: 0, failed: 1, unusable: 2, rejected: 3, cancelled: 130 } as const;

/** Wrong use and unusable input are the caller's to mend (2); everything else is a failure (1). */
export function exitCodeFor(code: ErrorCode): number {
  if (code === 'job.cancelled') return exitCode.cancelled;
  if (code === 'internal' || code === 'disk.full' || code === 'job.interrupted') return exitCode.failed;
  return exitCode.unusable;
}

import { ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import { describeIssues } from '../../../src-shared/errors/describe-issues.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError, toErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';

/** Whatever a procedure threw, as the one error with details that its caller gets. */
export function asContractError(thrown: unknown, log: Logger) {
  const details = toErrorDetails(asUnusableRequest(thrown) ?? thrown);
  if (details.code === 'internal') log.error({ err: thrown }, 'procedure failed');
  return new ORPCError('SPARSIGHT', {
    defined: true,
    message: details.message,
    data: details,
    cause: thrown,
  });
}

/** What the contract's schemas refuse, as an error for a person; nothing when it was something else. */
function asUnusableRequest(thrown: unknown): SparsightError | undefined {
  if (!(thrown instanceof ORPCError && thrown.code === 'BAD_REQUEST')) return undefined;
  if (!(thrown.cause instanceof ValidationError)) return undefined;
  const issues = thrown.cause.issues as Parameters<typeof describeIssues>[0];
  return reasonedError(
    issues.every(({ path }) => path[0] === 'recipe') ? 'recipe.invalid' : 'usage.invalid',
    'request.unusable',
    { what: describeIssues(issues, thrown.cause.data).join(' ') },
    { cause: thrown },
  );
}

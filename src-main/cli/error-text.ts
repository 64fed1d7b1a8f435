import { ORPCError } from '@orpc/client';
import { errorDetailsSchema } from '../../src-shared/contract/error.ts';
import { toErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../src-shared/errors/sparsight-error.ts';

/** What happened, with the whole path of the file that it happened to. */
export function happening({ message, path }: Pick<ErrorDetails, 'message' | 'path'>): string {
  return path === undefined || message.includes(path) ? message : `${path}: ${message}`;
}

/** An error as a person reads it: what happened, and what to do next. */
export function errorText(error: ErrorDetails): string {
  if (error.code === 'job.cancelled') return `${error.message} ${error.next}\n`;
  return `Error: ${happening(error)}\n${error.next}\n`;
}

/** Errors of the contract carry their details; anything else is a fault of this program. */
export function detailsOf(thrown: unknown): ErrorDetails {
  if (thrown instanceof ORPCError) {
    const details = errorDetailsSchema.safeParse(thrown.data);
    if (details.success) return details.data;
  }
  return toErrorDetails(thrown);
}

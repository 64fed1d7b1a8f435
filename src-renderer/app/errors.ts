import { ORPCError } from '@orpc/client';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { toErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import { wordError } from '../../src-shared/errors/word-error.ts';
import { errorDetailsSchema } from '../../src-shared/contract/error.ts';

/** The details of anything that was thrown on the way to the engine or in it, in the window's language. */
export function detailsOf(error: unknown): ErrorDetails {
  return wordError(i18next.language, thrownDetails(error));
}

function thrownDetails(error: unknown): ErrorDetails {
  if (error instanceof ORPCError) {
    const details = errorDetailsSchema.safeParse(error.data);
    if (details.success) return details.data;
  }
  return toErrorDetails(error);
}

export function isCancellation(error: unknown): boolean {
  return detailsOf(error).code === 'job.cancelled' || (error instanceof Error && error.name === 'AbortError');
}

/** Says what went wrong and what to do next; what a person cancelled went as they wished and is not told. */
export function notifyError(error: unknown): void {
  if (isCancellation(error)) return;
  const details = detailsOf(error);
  notifications.show({
    color: 'red',
    title: details.message,
    message: [details.next, details.path].filter((line) => line !== undefined).join('\n'),
    styles: { description: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } },
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
}

export function notifyDone(text: string): void {
  notifications.show({
    color: 'teal',
    message: text,
    autoClose: 5000,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
}

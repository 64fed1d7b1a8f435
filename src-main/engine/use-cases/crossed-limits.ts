import type { Limits } from '../../../src-shared/domain/decision.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

/** @throws SparsightError 'usage.invalid' when parts would be rejected before they are reviewed */
export function refuseCrossedLimits({ review, reject }: Limits): void {
  if (review <= reject) return;
  throw new SparsightError({
    code: 'usage.invalid',
    message: 'The limit for review is above the limit for rejection.',
    next: 'Set the limit for review to the limit for rejection, or below it.',
  });
}

import type { Limits } from '../../../src-shared/domain/decision.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';

/** @throws SparsightError 'usage.invalid' when parts would be rejected before they are reviewed */
export function refuseCrossedLimits({ review, reject }: Limits): void {
  if (review <= reject) return;
  throw reasonedError('usage.invalid', 'request.crossed-limits', {});
}

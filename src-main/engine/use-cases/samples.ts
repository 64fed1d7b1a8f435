import { resolve } from 'node:path';
import type { SamplesOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { SamplesRequest } from '../../../src-shared/contract/requests.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { Environment } from './environment.ts';

export async function makeSamples(
  _environment: Environment,
  request: SamplesRequest,
): Promise<SamplesOutcome> {
  await Promise.resolve();
  throw new SparsightError({ code: 'internal', message: resolve(request.out), next: '' });
}

import { resolve } from 'node:path';
import type { SamplesOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { SamplesRequest } from '../../../src-shared/contract/requests.ts';
import { defaultSampleSettings } from '../../samples/settings.ts';
import { writeSampleParts } from '../../samples/set/write-sample-parts.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';
import type { Environment } from './environment.ts';

/** Makes a set of sample parts in a folder. */
export async function makeSamples({ job }: Environment, request: SamplesRequest): Promise<SamplesOutcome> {
  const start = performance.now();
  const out = resolve(request.out);
  const written = await writeSampleParts(out, defaultSampleSettings, {
    seed: request.seed,
    signal: job.signal,
    write: writeFileAtomically,
    onProgress: (done, total) => job.progress('rendering', done, total),
  });
  return { out, images: written.length, seconds: (performance.now() - start) / 1000 };
}

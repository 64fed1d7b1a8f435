import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { FileInspection } from '../use-cases/signals/inspect-files.ts';
import { writeSampleSignals } from '../use-cases/signals/write-samples.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

export function signalsRouter(procedures: Procedures['signals'], { signals }: RouterContext) {
  return {
    read: procedures.read.handler(({ input: { paths }, signal }) => signals.run('read', paths, signal)),
    describe: procedures.describe.handler(async ({ input: { penalty, ...input }, signal }) => {
      const { series, ...described } = await signals.run('describe', { ...input, penalty }, signal);
      return { ...described, series: asBlobArray(series) };
    }),
    inspect: procedures.inspect.handler(async ({ input, signal }) => {
      const start = performance.now();
      const inspection = await signals.run('inspect', input, signal);
      return crossing(inspection, (performance.now() - start) / 1000);
    }),
    report: procedures.report.handler(() => {
      throw new SparsightError({
        code: 'usage.invalid',
        message: 'Reports on signals cannot be written.',
        next: 'Keep the result on the screen.',
      });
    }),
    samples: procedures.samples.handler(({ input: { out, seed } }) => writeSampleSignals(out, seed)),
  };
}

/** As it leaves the engine: numbers on grids as bytes. */
function crossing({ dictionary: { atoms, usage }, results, ...inspection }: FileInspection, seconds: number) {
  return {
    ...inspection,
    dictionary: { atoms: asBlobArray(atoms), usage },
    results: results.map(({ series, ...result }) => ({ ...result, series: asBlobArray(series) })),
    seconds,
  };
}

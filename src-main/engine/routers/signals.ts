import type { InspectSignals } from '../../../src-shared/contract/signals.ts';
import { projectRecord } from '../../storage/records/project-record.ts';
import { listTables } from '../../signals/read/list-tables.ts';
import { NamedProgress } from '../jobs/named-progress.ts';
import type { ProjectSession } from '../session.ts';
import type { FileInspection } from '../use-cases/signals/inspect-files.ts';
import { reportInspection } from '../use-cases/signals/report-inspection.ts';
import { writeSampleSignals } from '../use-cases/signals/write-samples.ts';
import { writeProgress } from '../workers/progress-board.ts';
import type { ProgressBoard } from '../workers/progress-board.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

export function signalsRouter(procedures: Procedures['signals'], context: RouterContext) {
  const { signals, now } = context;
  const progress = new NamedProgress();
  const inspected = async (
    request: InspectSignals,
    board: ProgressBoard,
    signal: AbortSignal | undefined,
  ) => {
    const start = performance.now();
    const inspection = await signals.run('inspect', { request, board }, signal);
    return { inspection, seconds: (performance.now() - start) / 1000 };
  };
  return {
    list: procedures.list.handler(async ({ input: { paths } }) => ({ files: await listTables(paths) })),
    progress: procedures.progress.handler(({ input, signal }) => progress.events(input.progressId, signal)),
    read: procedures.read.handler(({ input: { paths, progressId }, signal }) =>
      progress.during(progressId, (board) => signals.run('read', { request: paths, board }, signal)),
    ),
    describe: procedures.describe.handler(async ({ input: { penalty, ...input }, signal }) => {
      const { series, ...described } = await signals.run('describe', { ...input, penalty }, signal);
      return { ...described, series: asBlobArray(series) };
    }),
    inspect: procedures.inspect.handler(({ input, signal }) =>
      progress.during(input.progressId, async (board) => {
        const { inspection, seconds } = await inspected(input, board, signal);
        return crossing(inspection, seconds);
      }),
    ),
    report: procedures.report.handler(({ input, signal }) =>
      progress.during(input.progressId, async (board) => {
        const { format, out, language, fields, ...request } = input;
        const startedAt = now();
        const { inspection, seconds } = await inspected(request, board, signal);
        writeProgress(board, 'writing', 0, 1);
        const project = named(context.session());
        const choice = { request, project, language, fields, startedAt, createdAt: now(), seconds };
        const written = await reportInspection(inspection, choice, { format, out, signal });
        return { ...written, inspection: crossing(inspection, seconds) };
      }),
    ),
    samples: procedures.samples.handler(({ input: { out, seed } }) => writeSampleSignals(out, seed)),
  };
}

/** The open project, as a report names it. */
function named(session: ProjectSession | null) {
  if (session === null) return { name: '', path: '' };
  const { project } = session;
  return { name: projectRecord(project).name, path: project.path };
}

/** As it leaves the engine: numbers on grids as bytes. */
function crossing(
  { dictionary: { atoms, usage }, results, uninspected: _, ...inspection }: FileInspection,
  seconds: number,
) {
  return {
    ...inspection,
    dictionary: { atoms: asBlobArray(atoms), usage },
    results: results.map(({ series, usual, ...result }) => ({
      ...result,
      series: asBlobArray(series),
      usual: usual === null ? null : asBlobArray(usual),
    })),
    seconds,
  };
}

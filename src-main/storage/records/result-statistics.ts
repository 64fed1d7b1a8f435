import { asc, eq } from '../query-builder.ts';
import type { OpenProject } from '../open-project.ts';
import { images, results, verdicts } from '../schema.ts';
import type { verdictDecisions } from '../schema.ts';
import { fromJson } from './json-column.ts';
import { newestVerdict, statisticsSchema } from './results.ts';
import { decideRunAnew } from './runs.ts';

/** What was measured of a part, and what is known of it. */
export interface ResultStatistics {
  readonly id: number;
  readonly label: string | null;
  readonly verdict: (typeof verdictDecisions)[number] | null;
  readonly statistics: Record<string, number>;
}

/** Of all results of a run, in the order in which they were inspected. */
export function resultStatistics(project: OpenProject, runId: number): ResultStatistics[] {
  return project.read((database) =>
    database
      .select({
        id: results.id,
        label: images.label,
        verdict: verdicts.decision,
        statistics: results.statistics,
      })
      .from(results)
      .innerJoin(images, eq(images.id, results.imageId))
      .leftJoin(verdicts, newestVerdict)
      .where(eq(results.runId, runId))
      .orderBy(asc(results.id))
      .all()
      .map((row) => ({
        ...row,
        statistics: fromJson(statisticsSchema, row.statistics, 'results.statistics'),
      })),
  );
}

/** Notes a second opinion on parts of a run, and decides them anew where the run follows it. */
export function setDefectProbabilities(
  project: OpenProject,
  runId: number,
  opinions: readonly { id: number; probability: number | null }[],
): void {
  project.transaction((database) => {
    for (const { id, probability } of opinions) {
      database.update(results).set({ defectProbability: probability }).where(eq(results.id, id)).run();
    }
    decideRunAnew(project, runId);
  });
}

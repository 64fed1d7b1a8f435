import type { OpenProject } from '../open-project.ts';
import { and, eq } from '../query-builder.ts';
import { images, resultFailures, results, verdicts } from '../schema.ts';
import { newestVerdict, summaryColumns } from './results.ts';
import { standing } from './verdicts.ts';

/** What a run said of a part before it was withdrawn. */
export interface WithdrawnResult {
  path: string;
  sha256: string;
  decision: string;
  score: number;
  verdict: { decision: string; by: string } | null;
}

/**
 * Removes what a run says of a file, be it a result with its map and verdicts or that it could not be read.
 *
 * @returns the result; null when there was none
 */
export function withdrawResult(project: OpenProject, runId: number, path: string): WithdrawnResult | null {
  return project.transaction((database) => {
    database
      .delete(resultFailures)
      .where(and(eq(resultFailures.runId, runId), eq(resultFailures.path, path)))
      .run();
    const row = database
      .select(summaryColumns)
      .from(results)
      .innerJoin(images, eq(images.id, results.imageId))
      .leftJoin(verdicts, newestVerdict)
      .where(and(eq(results.runId, runId), eq(images.path, path)))
      .get();
    if (row === undefined) return null;
    database.delete(results).where(eq(results.id, row.id)).run();
    const { sha256, decision, score } = row;
    const verdict = standing(row.verdict);
    return {
      ...{ path, sha256, decision, score },
      verdict: verdict === null ? null : { decision: verdict.decision, by: verdict.by },
    };
  });
}

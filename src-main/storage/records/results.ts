import * as z from 'zod';
import type { Decision } from '../../../src-shared/domain/decision.ts';
import { regionSchema } from '../../../src-shared/domain/region.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { Happening } from '../../../src-shared/errors/word-error.ts';
import type { OpenProject } from '../open-project.ts';
import { asc, eq, sql } from '../query-builder.ts';
import { images, resultFailures, results, verdicts } from '../schema.ts';
import { reasonsFromText, reasonsToText } from './error-reasons.ts';
import { fromJson, toJson } from './json-column.ts';
import { mapInserter } from './maps.ts';
import type { NewMap } from './maps.ts';
import { placeholders } from './placeholders.ts';
import { standing } from './verdicts.ts';
import type { Verdict } from './verdicts.ts';

export const statisticsSchema = z.record(z.string(), z.number());
const regionsSchema = z.array(regionSchema);

interface ResultFields {
  imageId: number;
  decision: Decision;
  /** -log10 of the false-alarm rate of the whole part. */
  score: number;
  /** Decibels; infinite when the part is exactly as expected. */
  psnr: number;
  /** In [-1, 1]. */
  ssim: number;
  /** Working time on this part. */
  seconds: number;
}

export interface NewResult extends ResultFields {
  /** Of the contents that were looked at. */
  imageSha256: string;
  /** What else was measured of the part, by name. */
  statistics: Record<string, number>;
  regions: DefectRegion[];
  maps: readonly NewMap[];
  /** What a classifier of labelled parts says, in [0, 1]. @default none has been asked */
  defectProbability?: number | null;
}

/** A part that could not be looked at. */
export interface ResultFailure extends Happening {
  path: string;
  code: string;
}

/** A line of a list of results. */
export interface ResultSummary extends ResultFields {
  id: number;
  runId: number;
  /** Of the contents that were looked at, which the image's record may have moved on from. */
  sha256: string;
  regionCount: number;
  /** What a classifier of labelled parts says, in [0, 1]; null where none has been asked. */
  defectProbability: number | null;
  name: string;
  path: string;
  relativePath: string | null;
  sizeBytes: number;
  width: number;
  height: number;
  label: string | null;
  maskPath: string | null;
  /** The newest, which is the one that counts; null, too, when that took it back. */
  verdict: Verdict | null;
}

export interface ResultRecord extends ResultSummary {
  statistics: Record<string, number>;
  regions: DefectRegion[];
}

/**
 * Stores parts that were looked at, with their maps.
 *
 * @returns their ids, in the order given
 * @throws SparsightError as `transaction`; SqliteError when a part is in the run already
 */
export function addResults(project: OpenProject, runId: number, added: readonly NewResult[]): number[] {
  return project.transaction((database) => {
    const insert = database
      .insert(results)
      .values(placeholders(results))
      .returning({ id: results.id })
      .prepare();
    const insertMap = mapInserter(database);
    return added.map(({ maps, statistics, regions, ...fields }) => {
      const row = {
        defectProbability: null,
        ...fields,
        runId,
        regionCount: regions.length,
        statistics: toJson(statisticsSchema, statistics),
        regions: toJson(regionsSchema, regions),
      };
      const { id } = insert.get(row);
      for (const map of maps) insertMap(id, map);
      return id;
    });
  });
}

/** Notes parts that could not be looked at; the newest reason counts. */
export function addFailures(project: OpenProject, runId: number, failures: readonly ResultFailure[]): void {
  project.transaction((database) => {
    for (const { path, code, message, reasons } of failures) {
      const target = [resultFailures.runId, resultFailures.path];
      const said = { code, message, reasons: reasonsToText(reasons) };
      const insert = database.insert(resultFailures).values({ runId, path, ...said });
      insert.onConflictDoUpdate({ target, set: said }).run();
    }
  });
}

/** By path. */
export function listFailures(project: OpenProject, runId: number): ResultFailure[] {
  const { path, code, message, reasons } = resultFailures;
  return project.read((database) =>
    database
      .select({ path, code, message, reasons })
      .from(resultFailures)
      .where(eq(resultFailures.runId, runId))
      .orderBy(asc(path))
      .all()
      .map(({ reasons: text, ...failure }) => ({
        ...failure,
        ...reasonsFromText(text, 'result_failures.reasons'),
      })),
  );
}

/** For queries that join images and the newest verdict. */
export const summaryColumns = {
  id: results.id,
  runId: results.runId,
  imageId: results.imageId,
  sha256: results.imageSha256,
  decision: results.decision,
  score: results.score,
  psnr: results.psnr,
  ssim: results.ssim,
  regionCount: results.regionCount,
  seconds: results.seconds,
  defectProbability: results.defectProbability,
  name: images.name,
  path: images.path,
  relativePath: images.relativePath,
  sizeBytes: images.sizeBytes,
  width: images.width,
  height: images.height,
  label: images.label,
  maskPath: images.maskPath,
  verdict: verdicts,
};

export const newestVerdict = eq(
  verdicts.id,
  sql`(SELECT max(newest.id) FROM verdicts AS newest WHERE newest.result_id = ${results.id})`,
);

/** @throws SparsightError result.missing */
export function getResult(project: OpenProject, id: number): ResultRecord {
  return project.read((database) => {
    const row = database
      .select({ ...summaryColumns, statistics: results.statistics, regions: results.regions })
      .from(results)
      .innerJoin(images, eq(images.id, results.imageId))
      .leftJoin(verdicts, newestVerdict)
      .where(eq(results.id, id))
      .get();
    if (row === undefined) throw resultMissing(project.path, id);
    return {
      ...row,
      verdict: standing(row.verdict),
      statistics: fromJson(statisticsSchema, row.statistics, 'results.statistics'),
      regions: fromJson(regionsSchema, row.regions, 'results.regions'),
    };
  });
}

/** The evidence of each part of a run before it was made a score, in the order in which they were inspected. */
export function partEvidences(
  project: OpenProject,
  runId: number,
): { resultId: number; decision: Decision; evidence: { brightness: number; tints: number | null } }[] {
  return project.read((database) =>
    database
      .select({
        resultId: results.id,
        decision: results.decision,
        brightness: sql<number | null>`json_extract(${results.statistics}, '$.evidence')`,
        tints: sql<number | null>`json_extract(${results.statistics}, '$.tintEvidence')`,
      })
      .from(results)
      .where(eq(results.runId, runId))
      .orderBy(asc(results.id))
      .all()
      .map(({ brightness, tints, ...result }) => ({
        ...result,
        evidence: { brightness: brightness ?? 0, tints },
      })),
  );
}

/** Paths of the parts that a run has looked at already, or found unreadable: what a resumed run leaves out. */
export function resultPathsOf(project: OpenProject, runId: number): Set<string> {
  return project.read((database) => {
    const rows = database
      .select({ path: images.path })
      .from(results)
      .innerJoin(images, eq(images.id, results.imageId))
      .where(eq(results.runId, runId))
      .all();
    const unreadable = listFailures(project, runId);
    return new Set([...rows, ...unreadable].map(({ path }) => path));
  });
}

/** The scores of a run's parts, in rising order. */
export function scoresOf(project: OpenProject, runId: number): number[] {
  return project.read((database) =>
    database
      .select({ score: results.score })
      .from(results)
      .where(eq(results.runId, runId))
      .orderBy(asc(results.score))
      .all()
      .map(({ score }) => score),
  );
}

function resultMissing(path: string, id: number): SparsightError {
  return reasonedError('result.missing', 'result.unknown', { result: id }, { path });
}

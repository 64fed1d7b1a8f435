import type { SQL } from 'drizzle-orm';
import type { ResultQuery } from '../../../src-shared/contract/results.ts';
import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { OpenProject, ProjectDatabase } from '../open-project.ts';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  sql,
} from '../query-builder.ts';
import { images, results, verdicts } from '../schema.ts';
import type { verdictDecisions } from '../schema.ts';
import type { Page } from './page.ts';
import { newestVerdict, summaryColumns } from './results.ts';
import type { ResultSummary } from './results.ts';
import { foldCase } from './text-keys.ts';
import { standing } from './verdicts.ts';

/** A stretch of the results that a query asks for, in its order; `total` counts all of them. */
export function listResults(
  project: OpenProject,
  query: ResultQuery,
  { offset, limit }: Page,
): { total: number; results: ResultSummary[] } {
  return project.read((database) => {
    const page = ordered(database, query).limit(limit).offset(offset).as('page');
    // Only what is shown is looked up in all tables.
    const rows = database
      .select(summaryColumns)
      .from(page)
      .innerJoin(results, eq(results.id, page.id))
      .innerJoin(images, eq(images.id, results.imageId))
      .leftJoin(verdicts, newestVerdict)
      .orderBy(...order(query))
      .all();
    return {
      total: countResults(database, query),
      results: rows.map((row) => ({ ...row, verdict: standing(row.verdict) })),
    };
  });
}

/** The ids of all results that a query asks for, in its order. */
export function listResultIds(project: OpenProject, query: ResultQuery): number[] {
  return project.read((database) =>
    ordered(database, query)
      .all()
      .map(({ id }) => id),
  );
}

const ordered = (database: ProjectDatabase, query: ResultQuery) =>
  database
    .select({ id: results.id })
    .from(results)
    .innerJoin(images, eq(images.id, results.imageId))
    .where(wanted(query))
    .orderBy(...order(query));

/** What charts draw of a result. */
export interface ResultFigures {
  readonly id: number;
  readonly imageId: number;
  readonly name: string;
  readonly score: number;
  readonly psnr: number;
  readonly ssim: number;
  readonly decision: Decision;
  readonly label: string | null;
  /** What a classifier says, in [0, 1]; null where none has been asked. */
  readonly defectProbability: number | null;
  readonly verdict: (typeof verdictDecisions)[number] | null;
}

/** Figures of all results of a run, in the order in which they were inspected. */
export function resultFigures(project: OpenProject, runId: number): ResultFigures[] {
  return project.read((database) =>
    database
      .select({
        id: results.id,
        imageId: results.imageId,
        name: images.name,
        score: results.score,
        psnr: results.psnr,
        ssim: results.ssim,
        decision: results.decision,
        defectProbability: results.defectProbability,
        label: images.label,
        verdict: verdicts.decision,
      })
      .from(results)
      .innerJoin(images, eq(images.id, results.imageId))
      .leftJoin(verdicts, newestVerdict)
      .where(eq(results.runId, runId))
      .orderBy(asc(results.id))
      .all(),
  );
}

function countResults(database: ProjectDatabase, query: ResultQuery): number {
  const counted = database
    .select({ total: count() })
    .from(results)
    .innerJoin(images, eq(images.id, results.imageId))
    .where(wanted(query))
    .get();
  return counted?.total ?? 0;
}

function wanted(query: ResultQuery): SQL | undefined {
  const { runId, text = '', decisions, labels, scoreFrom, scoreBelow, only = 'all' } = query;
  return and(
    eq(results.runId, runId),
    text.trim() === '' ? undefined : sql`instr(${images.searchText}, ${foldCase(text.trim())}) > 0`,
    decisions === undefined ? undefined : inArray(results.decision, decisions),
    labels === undefined ? undefined : hasLabel(labels),
    scoreFrom === undefined ? undefined : gte(results.score, scoreFrom),
    scoreBelow === undefined ? undefined : lt(results.score, scoreBelow),
    only === 'all' ? undefined : only === 'disagreements' ? disagrees : judgement[only],
  );
}

function hasLabel(labels: readonly (string | null)[]): SQL | undefined {
  const named = labels.filter((label) => label !== null);
  return or(inArray(images.label, named), labels.includes(null) ? isNull(images.label) : undefined);
}

/** What a person said last of a result; asked only where it decides. Empty when nobody said anything, or took it back. */
const said = sql<string>`coalesce((
  SELECT newest.decision FROM verdicts AS newest
  WHERE newest.result_id = results.id ORDER BY newest.id DESC LIMIT 1
), '')`;

const judgement = {
  judged: ne(said, ''),
  unjudged: and(inArray(results.decision, ['review', 'reject']), eq(said, '')),
};

/** What a person says counts before the label; a person who is unsure leaves it to the label. */
const leftToLabel = inArray(said, ['', 'unsure']);
const isGood = or(eq(said, 'accept'), and(eq(images.label, 'good'), leftToLabel));
const isDefective = or(
  eq(said, 'reject'),
  and(isNotNull(images.label), ne(images.label, 'good'), leftToLabel),
);

/** A good part rejected, or a defective one passed; a review leaves it to a person and contradicts nobody. */
const disagrees = or(
  and(eq(results.decision, 'reject'), isGood),
  and(eq(results.decision, 'pass'), isDefective),
);

const sortColumns = {
  order: results.id,
  score: results.score,
  name: images.nameOrder,
  psnr: results.psnr,
  ssim: results.ssim,
  regions: results.regionCount,
};

function order({ sort = 'order', descending = false }: ResultQuery): SQL[] {
  const direction = descending ? desc : asc;
  // Among equals the order in which they were inspected, so that pages neither repeat nor miss one.
  return sort === 'order' ? [direction(results.id)] : [direction(sortColumns[sort]), asc(results.id)];
}

import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import { MalformedRecord } from './file/sqlite-errors.ts';
import type { OpenProject } from './open-project.ts';
import { asc } from './query-builder.ts';
import { modelArrays } from './records/model-arrays.ts';
import { modelBlobs } from './schema.ts';

export interface IntegrityReport {
  sound: boolean;
  /** In SQLite's words or ours, for the log and for support. */
  problems: string[];
}

/**
 * Checks every page, index, reference and array of a project. Reads the whole file: seconds for each gigabyte.
 */
export function integrity(project: OpenProject): IntegrityReport {
  const problems = [...pages(project), ...references(project), ...arrays(project)];
  return { sound: problems.length === 0, problems };
}

function pages(project: OpenProject): string[] {
  const rows = project.read((database) => database.$client.pragma('integrity_check')) as Record<
    string,
    unknown
  >[];
  return rows.flatMap((row) => Object.values(row).map(String)).filter((line) => line !== 'ok');
}

function references(project: OpenProject): string[] {
  const rows = project.read((database) => database.$client.pragma('foreign_key_check')) as {
    table: string;
    parent: string;
  }[];
  return rows.map(({ table, parent }) => `a row of ${table} refers to a missing row of ${parent}`);
}

function arrays(project: OpenProject): string[] {
  const ids = project.read((database) =>
    database
      .selectDistinct({ modelId: modelBlobs.modelId })
      .from(modelBlobs)
      .orderBy(asc(modelBlobs.modelId))
      .all(),
  );
  return ids.flatMap(({ modelId }) => {
    try {
      modelArrays(project, modelId);
      return [];
    } catch (thrown) {
      const cause = thrown instanceof SparsightError ? thrown.cause : undefined;
      if (!(cause instanceof MalformedRecord)) throw thrown;
      return [cause.message];
    }
  });
}

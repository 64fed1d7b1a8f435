import type { OpenProject } from '../open-project.ts';
import { count, desc } from '../query-builder.ts';
import { log } from '../schema.ts';
import type { Page } from './page.ts';
import { anyJsonSchema, fromJson, toJson } from './json-column.ts';

/** Who did what when. */
export interface NewLogEntry {
  /** ISO 8601, UTC. */
  at: string;
  /** The person, or the program's name. */
  who: string;
  /** A verb, such as 'train'. */
  action: string;
  /** What it was done to, such as 'model 3'. */
  subject: string;
  /** Any JSON value. */
  detail: unknown;
}

export interface LogEntry extends NewLogEntry {
  id: number;
}

export function appendLog(project: OpenProject, entry: NewLogEntry): void {
  project.transaction((database) => {
    database
      .insert(log)
      .values({ ...entry, detail: toJson(anyJsonSchema, entry.detail) })
      .run();
  });
}

/** Newest first. */
export function listLog(
  project: OpenProject,
  { offset, limit }: Page,
): { total: number; entries: LogEntry[] } {
  return project.read((database) => {
    const total = database.select({ total: count() }).from(log).get()?.total ?? 0;
    const rows = database.select().from(log).orderBy(desc(log.id)).limit(limit).offset(offset).all();
    const entries = rows.map((row) => ({
      ...row,
      detail: fromJson(anyJsonSchema, row.detail, 'log.detail'),
    }));
    return { total, entries };
  });
}

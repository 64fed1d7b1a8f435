import { MalformedRecord } from '../file/sqlite-errors.ts';
import type { OpenProject } from '../open-project.ts';
import { project as table } from '../schema.ts';

export interface ProjectRecord {
  name: string;
  createdAt: string;
  /** Version of the program that made the project. */
  appVersion: string;
}

export function projectRecord(project: OpenProject): ProjectRecord {
  return project.read((database) => {
    const row = database.select().from(table).get();
    if (row === undefined) throw new MalformedRecord("the project's own row");
    return { name: row.name, createdAt: row.createdAt, appVersion: row.appVersion };
  });
}

import { desc, eq } from 'drizzle-orm';
import type { OpenProject } from '../open-project.ts';
import { verdicts } from '../schema.ts';
import type { verdictDecisions } from '../schema.ts';

/** What a person decided about a part. */
export interface NewVerdict {
  resultId: number;
  decision: (typeof verdictDecisions)[number];
  comment: string;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

export interface Verdict extends NewVerdict {
  id: number;
}

/** Adds a verdict. Earlier ones stay; the newest counts. */
export function addVerdict(project: OpenProject, verdict: NewVerdict): number {
  return project.transaction(
    (database) => database.insert(verdicts).values(verdict).returning({ id: verdicts.id }).get().id,
  );
}

/** Every verdict on a result, newest first. */
export function verdictsOn(project: OpenProject, resultId: number): Verdict[] {
  return project.read((database) =>
    database.select().from(verdicts).where(eq(verdicts.resultId, resultId)).orderBy(desc(verdicts.id)).all(),
  );
}

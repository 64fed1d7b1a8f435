import type { OpenProject } from '../open-project.ts';
import { desc, eq } from '../query-builder.ts';
import { verdicts } from '../schema.ts';
import type { verdictDecisions } from '../schema.ts';

/** What a person decided about a part; null takes back what was decided before. */
export interface NewVerdict {
  resultId: number;
  decision: (typeof verdictDecisions)[number] | null;
  comment: string;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

export interface VerdictRecord extends NewVerdict {
  id: number;
}

/** A verdict that stands. */
export type Verdict = VerdictRecord & { decision: NonNullable<VerdictRecord['decision']> };

/** Nothing when there is none, or it was taken back. */
export const standing = (newest: VerdictRecord | null): Verdict | null =>
  newest?.decision ? { ...newest, decision: newest.decision } : null;

/** Adds a verdict. Earlier ones stay; the newest counts. */
export function addVerdict(project: OpenProject, verdict: NewVerdict): number {
  return project.transaction(
    (database) => database.insert(verdicts).values(verdict).returning({ id: verdicts.id }).get().id,
  );
}

/** Every verdict on a result, newest first. */
export function verdictsOn(project: OpenProject, resultId: number): VerdictRecord[] {
  return project.read((database) =>
    database.select().from(verdicts).where(eq(verdicts.resultId, resultId)).orderBy(desc(verdicts.id)).all(),
  );
}

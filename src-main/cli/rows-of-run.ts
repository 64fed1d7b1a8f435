import type { Client } from '../../src-shared/contract/client.ts';
import type { ResultRow } from '../../src-shared/contract/results.ts';

const pageSize = 1000;

/** Every result of a run, in the order in which parts were inspected. */
export async function rowsOfRun(client: Client, runId: number): Promise<ResultRow[]> {
  const all: ResultRow[] = [];
  for (;;) {
    const { rows } = await client.results.list({ runId, offset: all.length, limit: pageSize });
    all.push(...rows);
    if (rows.length < pageSize) return all;
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { integrity } from '../../../src-main/storage/integrity.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { count, eq, sql } from '../../../src-main/storage/query-builder.ts';
import { listJobs } from '../../../src-main/storage/records/jobs.ts';
import { modelArrays } from '../../../src-main/storage/records/model-arrays.ts';
import { listModels } from '../../../src-main/storage/records/models.ts';
import { countDecisions, listRuns } from '../../../src-main/storage/records/runs.ts';
import { maps, results } from '../../../src-main/storage/schema.ts';
import { batchSize, mapBytes } from './batch.ts';
import { temporaryFolder } from './temporary-folder.ts';

const writer = join(import.meta.dirname, 'writer.ts');

/** Starts a writer and kills it. The first times while it starts, later ever further into its work. */
async function killWriter(path: string, time: number): Promise<{ stored: number; opened: boolean }> {
  const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close');
  if (time >= 5) await once(child.stdout, 'data');
  await wait(time < 5 ? 100 * time : (time * 37) % 150);
  child.kill('SIGKILL');
  await closed;
  return { stored: output.split('stored\n').length - 1, opened: output.startsWith('open') };
}

function expectWhole(project: OpenProject): void {
  expect(integrity(project)).toEqual({ sound: true, problems: [] });
  const jobs = listJobs(project, { offset: 0, limit: 10_000 });
  expect(jobs.filter(({ state }) => state !== 'done' && state !== 'interrupted')).toEqual([]);
  for (const job of jobs.filter(({ kind }) => kind === 'train')) {
    expect(job.modelId !== null).toBe(job.state === 'done');
  }
  for (const { id } of listModels(project)) {
    expect([...modelArrays(project, id).keys()]).toEqual(['dictionary', 'gram']);
  }
  for (const run of listRuns(project)) {
    expect(run.state === 'done' || run.state === 'interrupted').toBe(true);
    expect(countDecisions(project, run.id).total % batchSize).toBe(0);
  }
}

/** Results in the project, each of which must have its map. */
function countResults(project: OpenProject): number {
  return project.read((database) => {
    const whole = database
      .select({ total: count() })
      .from(results)
      .innerJoin(maps, eq(maps.resultId, results.id))
      .where(eq(sql`length(${maps.bytes})`, mapBytes))
      .get();
    const all = database.select({ total: count() }).from(results).get();
    expect(whole).toEqual(all);
    return all?.total ?? 0;
  });
}

describe('a project whose writer is killed', () => {
  it('opens and is whole, with everything that was reported as stored, 25 times in a row', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'parts.sparsight');
    let promised = 0;
    for (let time = 0; time < 25; time++) {
      const { stored, opened } = await killWriter(path, time);
      if (!existsSync(path)) {
        expect(opened).toBe(false);
        continue;
      }
      const project = openProject(path, { mode: 'write' });
      try {
        expectWhole(project);
        promised += stored * batchSize;
        const found = countResults(project);
        expect(found).toBeGreaterThanOrEqual(promised);
        promised = found;
      } finally {
        project.close();
      }
      expect(readdirSync(folder)).toEqual(['parts.sparsight']);
    }
    expect(promised).toBeGreaterThan(0);
  });

  it('is locked as long as the writer lives, readable meanwhile, and free at once when it is killed', async () => {
    const path = join(temporaryFolder(), 'parts.sparsight');
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    try {
      await once(child.stdout, 'data');
      expect(() => openProject(path, { mode: 'write' })).toThrow(
        expect.objectContaining({ code: 'project.locked' }) as Error,
      );
      const reader = openProject(path, { mode: 'read' });
      for (let i = 0; i < 20; i++) {
        countResults(reader);
        await wait(10);
      }
      expect(integrity(reader).sound).toBe(true);
      child.kill('SIGKILL');
      await closed;
      countResults(reader);
      reader.close();
    } finally {
      child.kill('SIGKILL');
    }
    const project = openProject(path, { mode: 'write' });
    expectWhole(project);
    project.close();
  });
});

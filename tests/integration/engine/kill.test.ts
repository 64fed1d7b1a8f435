import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { integrity } from '../../../src-main/storage/integrity.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { count, eq } from '../../../src-main/storage/query-builder.ts';
import { listJobs } from '../../../src-main/storage/records/jobs.ts';
import { modelArrays } from '../../../src-main/storage/records/model-arrays.ts';
import { listModels, trainingImages } from '../../../src-main/storage/records/models.ts';
import { countDecisions, listRuns } from '../../../src-main/storage/records/runs.ts';
import { maps, results } from '../../../src-main/storage/schema.ts';
import { Killable } from './killable.ts';
import { repeatParts, writeParts } from './parts.ts';
import { temporaryFolder } from './temporary-folder.ts';

const goodParts = 6;
const parts = 24;
const kills = 100;
/** Programs that load while another one works. */
const loadedAhead = 2;

/** Models and finished runs, all of them whole. */
function expectWhole(project: OpenProject): { models: number; runs: number } {
  expect(integrity(project)).toEqual({ sound: true, problems: [] });
  const jobs = listJobs(project, { offset: 0, limit: 10_000 });
  expect(jobs.filter(({ state }) => state !== 'done' && state !== 'interrupted')).toEqual([]);

  const models = listModels(project);
  const names = models.map(({ id }) => [...modelArrays(project, id).keys()].sort().join());
  expect(new Set(names).size).toBeLessThanOrEqual(1);
  for (const { id } of models) expect(trainingImages(project, id)).toHaveLength(goodParts);
  for (const job of jobs.filter(({ kind, state }) => kind === 'train' && state === 'done')) {
    expect(models.map(({ id }) => id)).toContain(job.modelId);
  }

  const runs = listRuns(project);
  for (const { id, state } of runs) {
    const { total } = countDecisions(project, id);
    if (state === 'done') expect(total).toBe(parts);
    else expect([state, total <= parts]).toEqual(['interrupted', true]);
  }
  expectMapForEachResult(project);
  return { models: models.length, runs: runs.filter(({ state }) => state === 'done').length };
}

function expectMapForEachResult(project: OpenProject): void {
  project.read((database) => {
    const all = database.select({ total: count() }).from(results).get();
    const withMap = database
      .select({ total: count() })
      .from(results)
      .innerJoin(maps, eq(maps.resultId, results.id))
      .get();
    expect(withMap).toEqual(all);
  });
}

it('a project whose session is killed a hundred times while it trains and inspects always opens and is whole', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'project', 'parts.sparsight');
  const good = join(folder, 'good');
  const inspected = join(folder, 'parts');
  const written = await writeParts(good, { count: goodParts, seed: 1, edge: 64 });
  repeatParts(written, inspected, parts);
  const random = createRandom(2, 'moments to kill at');
  mkdirSync(join(folder, 'project'));

  const start = (seed: number) => new Killable(path, good, inspected, seed);
  const waiting = Array.from({ length: loadedAhead }, (_, i) => start(i));
  let promised = { models: 0, runs: 0 };
  let interrupted = 0;
  for (let time = 0; time < kills; time++) {
    const session = waiting.shift()!;
    if (time + loadedAhead < kills) waiting.push(start(time + loadedAhead));
    await session.go();
    // One in five is killed while it opens the project; the others once they are at work, however slow the machine.
    if (time % 5 > 0) await session.said((lines) => lines.some((line) => line.endsWith(' 1')));
    await wait(50 + random.integer(1450));
    await session.kill();
    const { lines } = session;
    if (!existsSync(path)) {
      expect(lines).toEqual(['ready']);
      continue;
    }
    const project = openProject(path, { mode: 'write' });
    try {
      const found = expectWhole(project);
      const told = (what: string) => lines.filter((line) => line === what).length;
      expect(found.models).toBeGreaterThanOrEqual(promised.models + told('model'));
      expect(found.runs).toBeGreaterThanOrEqual(promised.runs + told('run'));
      promised = found;
      interrupted = listJobs(project, { offset: 0, limit: 10_000 }).filter(
        ({ state }) => state === 'interrupted',
      ).length;
    } finally {
      project.close();
    }
    expect(readdirSync(join(folder, 'project'))).toEqual(['parts.sparsight']);
  }
  expect(promised.models).toBeGreaterThan(0);
  expect(promised.runs).toBeGreaterThan(0);
  expect(interrupted).toBeGreaterThan(kills / 2);
}, 600_000);

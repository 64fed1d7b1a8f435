import { describe, expect, it } from 'vitest';
import type { ResultQuery } from '../../../src-shared/contract/results.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import {
  listResultIds,
  listResults,
  resultFigures,
} from '../../../src-main/storage/records/result-queries.ts';
import { addResults } from '../../../src-main/storage/records/results.ts';
import { startRun } from '../../../src-main/storage/records/runs.ts';
import { addVerdict } from '../../../src-main/storage/records/verdicts.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { image, model, newProject, now, result } from './project-fixture.ts';

const limits = { review: 1.5, reject: 2 };

/** Parts of every kind that a query tells apart: [name, label, decision, score, verdict]. */
const parts = [
  ['part 10.png', 'good', 'pass', 0.1, null],
  ['part 2.png', 'good', 'reject', 3, null],
  ['Part 1.png', 'scratch', 'pass', 0.2, null],
  ['accepted.png', null, 'reject', 2.5, 'accept'],
  ['refused.png', 'good', 'pass', 0.3, 'reject'],
  ['unsure.png', 'scratch', 'pass', 0.4, 'unsure'],
  ['looked at.png', 'good', 'review', 1.7, null],
  ['nobody knows.png', null, 'reject', 4, null],
] as const;

function inspected(): { project: OpenProject; names: (query: Omit<ResultQuery, 'runId'>) => string[] } {
  const project = newProject();
  const runId = startRun(project, {
    jobId: null,
    modelId: model(project),
    startedAt: now,
    title: '',
    limits,
  });
  const ids = addResults(
    project,
    runId,
    parts.map(([name, , decision, score]) => result(project, `/parts/${name}`, { decision, score })),
  );
  putImages(
    project,
    parts.map(([name, label]) => image(`/parts/${name}`, { label })),
  );
  parts.forEach(([, , , , decision], i) => {
    const resultId = ids[i] ?? 0;
    if (decision !== null) addVerdict(project, { resultId, decision, comment: '', by: 'Ada', at: now });
  });
  const names = (query: Omit<ResultQuery, 'runId'>) => {
    const asked = { ...query, runId };
    const { total, results } = listResults(project, asked, { offset: 0, limit: 1000 });
    expect(listResultIds(project, asked)).toEqual(results.map(({ id }) => id));
    expect(total).toBe(results.length);
    return results.map(({ name }) => name);
  };
  return { project, names };
}

describe('the results of a run', () => {
  it('disagree where a good part is rejected or a defective one passed, a person counting before the label', () => {
    const { names } = inspected();
    expect(names({ only: 'disagreements' })).toEqual([
      'part 2.png',
      'Part 1.png',
      'accepted.png',
      'refused.png',
      'unsure.png',
    ]);
  });

  it('are judged or still wait for a person', () => {
    const { names } = inspected();
    expect(names({ only: 'judged' })).toEqual(['accepted.png', 'refused.png', 'unsure.png']);
    expect(names({ only: 'unjudged' })).toEqual(['part 2.png', 'looked at.png', 'nobody knows.png']);
  });

  it('are sorted by name as one counts, by score both ways, and as they were inspected', () => {
    const { names } = inspected();
    expect(names({ sort: 'name' }).slice(3, 6)).toEqual(['Part 1.png', 'part 2.png', 'part 10.png']);
    expect(names({ sort: 'score', descending: true }).slice(0, 3)).toEqual([
      'nobody knows.png',
      'part 2.png',
      'accepted.png',
    ]);
    expect(names({})[0]).toBe('part 10.png');
  });

  it('are asked for by decision, label, score and any part of the path, whatever its case', () => {
    const { names } = inspected();
    expect(names({ decisions: ['review'] })).toEqual(['looked at.png']);
    expect(names({ decisions: [] })).toEqual([]);
    expect(names({ labels: [null] })).toEqual(['accepted.png', 'nobody knows.png']);
    expect(names({ labels: ['scratch', null], scoreFrom: 0.4, scoreBelow: 2.5 })).toEqual(['unsure.png']);
    expect(names({ text: 'NOBODY' })).toEqual(['nobody knows.png']);
  });

  it('ten thousand of them answer in milliseconds, whatever the order', () => {
    const project = newProject();
    const runId = startRun(project, {
      jobId: null,
      modelId: model(project),
      startedAt: now,
      title: '',
      limits,
    });
    const one = result(project, '/parts/0.png');
    project.transaction((database) => {
      database.$client.exec(`
        WITH RECURSIVE numbers (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM numbers WHERE i < 10001)
        INSERT INTO images SELECT i, '/parts/' || i, NULL, i || '.png', printf('%05d', i * 7919 % 10000), i, 1, 'a',
          1, 1, 8, NULL, NULL, '${now}', 0, NULL, NULL FROM numbers;
        INSERT INTO results (run_id, image_id, image_sha256, decision, score, psnr, ssim, statistics, region_count,
          regions, seconds)
        SELECT ${runId}, id, 'a', 'pass', id * 104729 % 10000, id % 97, id % 89, '{}', id % 7, '[]', 0.1
        FROM images WHERE id <> ${one.imageId};`);
    });
    for (const sort of ['order', 'score', 'name', 'psnr', 'ssim', 'regions'] as const) {
      const start = performance.now();
      listResults(project, { runId, sort }, { offset: 5000, limit: 100 });
      // Generous, for a busy machine.
      expect(performance.now() - start).toBeLessThan(1000);
    }
    expect(resultFigures(project, runId)).toHaveLength(10_000);
  });
});

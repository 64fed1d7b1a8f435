import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src-shared/contract/job.ts';
import { countedOf, shareOf } from '../../../src-renderer/app/job-progress.ts';
import type { LearningEvent } from '../../../src-renderer/app/job-view.ts';

const progress = (stage: Stage, done: number, total: number) => ({
  stage,
  done,
  total,
  rate: null,
  secondsLeft: null,
});
const scale = (number: number, passes: number): LearningEvent => ({
  type: 'learning',
  scale: number,
  scales: 2,
  iterations: 10,
  objective: Array.from({ length: passes }, () => 1),
  atoms: { shape: [1, 1], dtype: 'f32', base64: '' },
});

describe('the progress of a job', () => {
  it('counts the passes of all scales while learning goes on', () => {
    const job = { progress: progress('learning', 0, 2), learning: [scale(0, 3), scale(1, 4)] };
    expect(countedOf(job)).toEqual({ unit: 'passes', done: 7, total: 20 });
  });

  it('never stands behind the scales that are learnt already', () => {
    const job = { progress: progress('learning', 1, 2), learning: [scale(0, 6)] };
    expect(shareOf(job)).toBe(0.5);
  });

  it('counts images elsewhere', () => {
    const job = { progress: progress('measuring', 3, 12), learning: [scale(0, 10)] };
    expect(countedOf(job)).toEqual({ unit: 'images', done: 3, total: 12 });
  });

  it('has nothing to count towards while new images are waited for', () => {
    expect(countedOf({ progress: progress('watching', 1, 1), learning: [] })).toBeNull();
  });

  it('is not known before there is anything to count', () => {
    expect(shareOf({ progress: null, learning: [] })).toBeNull();
    expect(shareOf({ progress: progress('scanning', 0, 0), learning: [] })).toBeNull();
  });
});

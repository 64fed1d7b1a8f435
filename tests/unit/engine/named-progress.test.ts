import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src-shared/contract/job.ts';
import { NamedProgress } from '../../../src-main/engine/jobs/named-progress.ts';
import { writeProgress } from '../../../src-main/engine/workers/progress-board.ts';

describe('how far work is that is no job', () => {
  it('is told of every stage, also of those that pass between two looks', async () => {
    const progress = new NamedProgress();
    const heard: [Stage, number, number][] = [];
    const listening = (async () => {
      for await (const { stage, done, total } of progress.events('work', undefined))
        heard.push([stage, done, total]);
    })();
    await progress.during('work', (board) => {
      for (const stage of ['reading', 'learning', 'inspecting'] as const)
        for (let done = 0; done <= 3; done++) writeProgress(board, stage, done, 3);
      writeProgress(board, 'writing', 0, 1);
      return Promise.resolve();
    });
    await listening;
    expect(heard).toEqual([
      ['reading', 3, 3],
      ['learning', 3, 3],
      ['inspecting', 3, 3],
      ['writing', 0, 1],
    ]);
  });

  it('is told in the order in which the work came to its stages last', async () => {
    const progress = new NamedProgress();
    const heard: Stage[] = [];
    const listening = (async () => {
      for await (const { stage } of progress.events('work', undefined)) heard.push(stage);
    })();
    await progress.during('work', (board) => {
      writeProgress(board, 'learning', 0, 2);
      writeProgress(board, 'inspecting', 1, 2);
      writeProgress(board, 'learning', 2, 2);
      return Promise.resolve();
    });
    await listening;
    expect(heard).toEqual(['inspecting', 'learning']);
  });
});

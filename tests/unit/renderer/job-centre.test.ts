import { describe, expect, it, vi } from 'vitest';
import { createJobCentre } from '../../../src-renderer/app/job-centre.ts';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { JobEvent } from '../../../src-shared/contract/job.ts';

/** A client that knows one procedure: the events of a job, as a test gives them. */
function centreWith(events: () => AsyncGenerator<JobEvent>) {
  const asked = vi.fn(() => Promise.resolve(events()));
  const ended = vi.fn();
  const client = { jobs: { events: asked } } as unknown as Client;
  return { asked, ended, centre: createJobCentre({ client, ended, soon: (callback) => callback() }) };
}

const progress: JobEvent = {
  type: 'progress',
  progress: { stage: 'inspecting', done: 3, total: 10, rate: 2, secondsLeft: 3.5 },
};

describe('jobs in the window', () => {
  it('are followed to their outcome', async () => {
    const { centre, ended } = centreWith(async function* () {
      await Promise.resolve();
      yield { type: 'run', runId: 7 };
      yield progress;
      yield { type: 'done', outcome: { runId: 7 } };
    });
    expect(await centre.follow(1, 'inspect')).toEqual({ runId: 7 });
    expect(centre.jobs()).toMatchObject([{ jobId: 1, kind: 'inspect', state: 'done', runId: 7 }]);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('are asked for once, however many parts of the window look on', async () => {
    const { centre, asked } = centreWith(async function* () {
      await Promise.resolve();
      yield { type: 'done', outcome: 1 };
    });
    await Promise.all([centre.follow(1, null), centre.follow(1, null)]);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('that fail say why', async () => {
    const error = { code: 'disk.full', message: 'The disk is full.', next: 'Free some space.' } as const;
    const { centre } = centreWith(async function* () {
      await Promise.resolve();
      yield { type: 'failed', error };
    });
    await expect(centre.follow(1, 'train')).rejects.toMatchObject(error);
    expect(centre.jobs()).toMatchObject([{ state: 'failed', error }]);
  });

  it('that are cancelled are no failure of the program', async () => {
    const { centre } = centreWith(async function* () {
      await Promise.resolve();
      yield { type: 'cancelled' };
    });
    await expect(centre.follow(1, 'train')).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(centre.jobs()).toMatchObject([{ state: 'cancelled' }]);
  });

  it('are interrupted when the engine goes away in the middle', async () => {
    const { centre } = centreWith(async function* () {
      await Promise.resolve();
      yield progress;
    });
    await expect(centre.follow(1, 'inspect')).rejects.toMatchObject({ code: 'job.interrupted' });
    expect(centre.jobs()).toMatchObject([{ state: 'interrupted' }]);
  });

  it('that were at work are named when the engine goes away', async () => {
    const never = Promise.withResolvers<undefined>();
    const { centre } = centreWith(async function* () {
      yield progress;
      await never.promise;
    });
    const outcome = centre.follow(1, 'inspect');
    await vi.waitFor(() => expect(centre.jobs()[0]?.state).toBe('running'));
    expect(centre.interrupt()).toMatchObject([{ jobId: 1, kind: 'inspect' }]);
    expect(centre.jobs()).toMatchObject([{ state: 'interrupted' }]);
    never.resolve(undefined);
    await expect(outcome).rejects.toMatchObject({ code: 'job.interrupted' });
  });
});

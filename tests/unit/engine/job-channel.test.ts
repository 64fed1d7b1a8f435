import { describe, expect, it } from 'vitest';
import type { JobEvent, Stage } from '../../../src-shared/contract/job.ts';
import { fromInlineArray, toInlineArray } from '../../../src-shared/contract/inline-array.ts';
import { JobChannel } from '../../../src-main/engine/jobs/job-channel.ts';

const learning = (scale: number, objective: number[]): JobEvent => ({
  type: 'learning',
  iterations: 10,
  scale,
  scales: 2,
  objective,
  atoms: toInlineArray([1, 2], Float32Array.of(0.5, -0.25)),
});

const progress = (stage: Stage, done: number): JobEvent => ({
  type: 'progress',
  progress: { stage, done, total: 10, rate: null, secondsLeft: null },
});

describe('the events of a job', () => {
  it('tell a slow listener how every stage ended, and nothing outdated', async () => {
    const channel = new JobChannel();
    const events = channel.events();
    channel.publish(progress('scanning', 0));
    const heard = [(await events.next()).value];
    channel.publish(progress('scanning', 4));
    channel.publish(progress('scanning', 10));
    channel.publish(progress('sampling', 0));
    channel.publish(progress('sampling', 7));
    channel.publish({ type: 'done', outcome: 1 });
    for await (const event of events) heard.push(event);
    expect(heard).toEqual([
      progress('scanning', 0),
      progress('scanning', 10),
      progress('sampling', 7),
      { type: 'done', outcome: 1 },
    ]);
  });

  it('hold, for who comes late, only the newest state of each dictionary, but the run and every warning', async () => {
    const channel = new JobChannel();
    const warning = { code: 'image.duplicate', message: 'Twice.', next: 'Remove one.' } as const;
    channel.publish(learning(0, [3]));
    channel.publish({ type: 'warning', warning });
    channel.publish(learning(1, [9]));
    channel.publish({ type: 'run', runId: 4 });
    channel.publish(learning(0, [3, 2]));
    channel.publish({ type: 'warning', warning });
    channel.publish({ type: 'done', outcome: 1 });
    channel.publish(learning(0, [3, 2, 1]));
    const heard = [];
    for await (const event of channel.events()) heard.push(event);
    expect(heard.map(({ type }) => type)).toEqual([
      'learning',
      'learning',
      'warning',
      'run',
      'warning',
      'done',
    ]);
    expect(heard.slice(0, 2)).toMatchObject([
      { scale: 1, objective: [9] },
      { scale: 0, objective: [3, 2] },
    ]);
  });

  it('carry numbers bit for bit', () => {
    const values = Float32Array.from({ length: 10_000 }, (_, i) => Math.fround(Math.sin(i)));
    const carried = JSON.parse(JSON.stringify(toInlineArray([100, 100], values))) as ReturnType<
      typeof toInlineArray
    >;
    expect(fromInlineArray(carried)).toEqual(values);
  });
});

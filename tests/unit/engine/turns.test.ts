import { expect, it } from 'vitest';
import { Turns } from '../../../src-main/engine/workers/turns.ts';

it('no more than so many go on at the same time, in the order in which they came', async () => {
  const turns = new Turns(2);
  const order: number[] = [];
  let underWay = 0;
  let most = 0;
  await Promise.all(
    [0, 1, 2, 3, 4].map((i) =>
      turns.take(undefined, async () => {
        order.push(i);
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay--;
      }),
    ),
  );
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

it('whoever gave up waiting is passed over, and a failure holds nobody up', async () => {
  const turns = new Turns(1);
  const gate = Promise.withResolvers<undefined>();
  const first = turns.take(undefined, () => gate.promise);
  const controller = new AbortController();
  let ran = false;
  const second = turns.take(controller.signal, () => {
    ran = true;
    return Promise.resolve();
  });
  const third = turns.take(undefined, () => Promise.reject(new Error('no such picture')));
  const fourth = turns.take(undefined, () => Promise.resolve('shown'));
  controller.abort();
  gate.resolve(undefined);
  await first;
  await expect(second).rejects.toMatchObject({ code: 'job.cancelled' });
  await expect(third).rejects.toThrow('no such picture');
  expect(await fourth).toBe('shown');
  expect(ran).toBe(false);
});

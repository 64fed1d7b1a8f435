import { expect, it } from 'vitest';
import { sortInTurns } from '../../../src-main/imaging/files/sort-in-turns.ts';

it('sorts as at once, equal items in the order in which they came', async () => {
  const items = Array.from({ length: 9001 }, (_, i) => ({ key: (i * 7919) % 1000, place: i }));
  const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
  expect(await sortInTurns(items, byKey)).toEqual(items.toSorted(byKey));
});

it('gives others their turn while it sorts', async () => {
  let turns = 0;
  const count = () => {
    turns++;
    waiting = setImmediate(count);
  };
  let waiting = setImmediate(count);
  await sortInTurns(
    Array.from({ length: 32_000 }, (_, i) => -i),
    (a, b) => a - b,
  );
  clearImmediate(waiting);
  expect(turns).toBeGreaterThanOrEqual(15);
});

import { describe, expect, it, vi } from 'vitest';
import { TileStore } from '../../../../src-renderer/viewer/tile-store.ts';
import type { TileStoreOptions } from '../../../../src-renderer/viewer/tile-store.ts';
import { tileKey } from '../../../../src-renderer/viewer/tiles.ts';
import type { Tile } from '../../../../src-renderer/viewer/tiles.ts';

const tile = (column: number): Tile => ({ level: 0, column, row: 0 });

/** A store whose tiles arrive when the test says so. */
function open(options: Partial<TileStoreOptions> = {}) {
  const asked: string[] = [];
  const aborted: string[] = [];
  const closed: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<ImageBitmap>>();
  const onProblem = vi.fn();
  const store = new TileStore({
    load: (one, signal) => {
      const key = tileKey(one);
      asked.push(key);
      const promise = Promise.withResolvers<ImageBitmap>();
      waiting.set(key, promise);
      signal.addEventListener('abort', () => {
        aborted.push(key);
        promise.reject(new Error('aborted'));
      });
      return promise.promise;
    },
    onArrival: () => undefined,
    onProblem,
    ...options,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    store,
    asked,
    aborted,
    closed,
    onProblem,
    arrive: async (one: Tile) => {
      const key = tileKey(one);
      waiting.get(key)?.resolve({ width: 1, height: 1, close: () => closed.push(key) });
      await settle();
    },
    fail: async (one: Tile) => {
      waiting.get(tileKey(one))?.reject(new Error('gone'));
      await settle();
    },
    settle,
  };
}

describe('the tiles of a picture', () => {
  it('are loaded in the order asked for, a few at a time', async () => {
    const { store, asked, arrive } = open({ atOnce: 2 });
    store.want([tile(0), tile(1), tile(2)]);
    expect(asked).toEqual(['0/0/0', '0/1/0']);
    await arrive(tile(0));
    expect(asked).toEqual(['0/0/0', '0/1/0', '0/2/0']);
    expect(store.get(tile(0))).toBeDefined();
  });

  it('that are no longer seen are given up', async () => {
    const { store, asked, aborted, settle, onProblem } = open({ atOnce: 1 });
    store.want([tile(0)]);
    store.want([tile(5)]);
    await settle();
    expect(aborted).toEqual(['0/0/0']);
    expect(asked).toEqual(['0/0/0', '0/5/0']);
    expect(onProblem).not.toHaveBeenCalled();
  });

  it('that were not used for the longest time are forgotten first, never those that are seen', async () => {
    const { store, closed, arrive } = open({ kept: 2 });
    for (const column of [0, 1, 2]) {
      store.want([tile(column)]);
      await arrive(tile(column));
    }
    expect(closed).toEqual(['0/0/0']);
    expect(store.get(tile(2))).toBeDefined();
  });

  it('that cannot be had are told of once', async () => {
    const { store, fail, onProblem } = open();
    store.want([tile(0), tile(1)]);
    await fail(tile(0));
    await fail(tile(1));
    expect(onProblem).toHaveBeenCalledTimes(1);
  });

  it('free their memory when the picture is left', async () => {
    const { store, aborted, closed, arrive } = open();
    store.want([tile(0), tile(1)]);
    await arrive(tile(0));
    store.dispose();
    expect(closed).toEqual(['0/0/0']);
    expect(aborted).toEqual(['0/1/0']);
  });
});

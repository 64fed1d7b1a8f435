import { mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { pruneFolder } from '../../../src-main/engine/pictures/prune-folder.ts';
import { ThumbnailCache } from '../../../src-main/engine/pictures/thumbnail-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const base = temporaryFolder();
const side = 64;
const contents = (number: number) => String(number).padStart(64, '0');
const thumbnail = new Uint8Array(1000);

const names = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** So many thumbnails, each a second older than the next. */
async function cacheOf(count: number, most?: number) {
  const folder = mkdtempSync(join(base, 'cache-'));
  const cache = new ThumbnailCache(folder, most);
  for (let i = 0; i < count; i++) {
    await cache.write(contents(i), side, thumbnail);
    const [name] = names(folder).filter((one) => one.startsWith(contents(i)));
    if (name !== undefined) utimesSync(join(folder, 'thumbnails', '00', name), 1000 + i, 1000 + i);
  }
  return { folder, cache };
}

it('keeps what fits', async () => {
  const { folder } = await cacheOf(10);
  expect(await pruneFolder(folder, 10_000)).toBe(0);
  expect(names(folder)).toHaveLength(10);
});

it('removes the oldest thumbnails when all together pass the bound', async () => {
  const { folder } = await cacheOf(10);
  expect(await pruneFolder(folder, 5000)).toBe(6);
  expect(names(folder)).toEqual([6, 7, 8, 9].map((i) => `${contents(i)}-${side}.webp`));
});

it('sees to its bound by itself', async () => {
  const { folder, cache } = await cacheOf(30, 5000);
  await vi.waitUntil(async () => {
    await cache.write(contents(99), side, thumbnail);
    return names(folder).length <= 6;
  });
  expect(await cache.read(contents(99), side)).toHaveLength(1000);
});

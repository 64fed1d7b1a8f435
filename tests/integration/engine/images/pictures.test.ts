import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Client } from '../../../../src-shared/contract/client.ts';
import { endOf } from '../../../support/run-job.ts';
import { slowRecipe, writeParts } from '../parts.ts';
import { openedProject } from './opened-project.ts';

async function imported(client: Client, path: string): Promise<number> {
  await endOf(client, client.images.import({ paths: [path] }));
  const [row] = (await client.images.list({ sort: 'addedAt', descending: true })).rows;
  return row!.id;
}

const size = { width: 900, height: 600 };

it('opens a picture as tiles that hold its pixels, upright', async () => {
  const { client, folder } = await openedProject();
  const file = join(folder, 'part.tif');
  const pixels = Uint8Array.from({ length: size.width * size.height * 3 }, (_, i) => (i * 31) % 251);
  await sharp(pixels, { raw: { ...size, channels: 3 } })
    .tiff({ compression: 'lzw' })
    .withMetadata({ orientation: 3 })
    .toFile(file);
  const imageId = await imported(client, file);
  expect(await client.pictures.open({ imageId })).toEqual({
    imageId,
    ...size,
    bitDepth: 8,
    tileSide: 512,
    levels: 2,
  });
  const tile = await client.pictures.tile({ imageId, level: 0, column: 1, row: 1 });
  expect(tile.type).toBe('image/png');
  const { data, info } = await sharp(await tile.arrayBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 900 - 512, height: 600 - 512, channels: 3 });
  // The file lies upside down: its first pixel is the last.
  expect([...data.subarray(-3)]).toEqual([...pixels.subarray(0, 3)]);
  const small = await sharp(
    await (await client.pictures.tile({ imageId, level: 1, column: 0, row: 0 })).arrayBuffer(),
  ).metadata();
  expect(small).toMatchObject({ width: 450, height: 300 });
  expect(await client.pictures.pixel({ imageId, x: 899, y: 599 })).toEqual({
    values: [...pixels.subarray(0, 3)],
    bitDepth: 8,
  });
});

it('reads pixels of a 16-bit picture in its own range', async () => {
  const { client, folder } = await openedProject();
  const file = join(folder, 'part.png');
  const pixels = Uint16Array.from({ length: 64 * 48 }, (_, i) => i);
  await sharp(pixels, { raw: { width: 64, height: 48, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toFile(file);
  const imageId = await imported(client, file);
  expect(await client.pictures.pixel({ imageId, x: 10, y: 40 })).toEqual({
    values: [40 * 64 + 10],
    bitDepth: 16,
  });
});

it('says what is wrong with a place outside, a file that has changed and one that has gone', async () => {
  const { client, folder } = await openedProject();
  const file = join(folder, 'part.bmp');
  writeFileSync(file, bitmap(1));
  const imageId = await imported(client, file);
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'nothing',
      (error: unknown) => (error as { data: { code: string } }).data.code,
    );
  expect(await codeOf(client.pictures.tile({ imageId, level: 0, column: 1, row: 0 }))).toBe('usage.invalid');
  expect(await codeOf(client.pictures.tile({ imageId, level: 1, column: 0, row: 0 }))).toBe('usage.invalid');
  expect(await codeOf(client.pictures.pixel({ imageId, x: 0, y: 8 }))).toBe('usage.invalid');
  expect(await codeOf(client.pictures.open({ imageId: 99 }))).toBe('image.missing');
  const changed = join(folder, 'changed.bmp');
  writeFileSync(changed, bitmap(2));
  const changedId = await imported(client, changed);
  writeFileSync(changed, bitmap(3));
  expect(await codeOf(client.pictures.open({ imageId: changedId }))).toBe('image.changed');
  writeFileSync(changed, 'short');
  expect(await codeOf(client.pictures.open({ imageId: changedId }))).toBe('image.changed');
});

it('answers for pictures while every worker learns', async () => {
  const { client, folder } = await openedProject({ workers: 1 });
  const file = join(folder, 'part.bmp');
  writeFileSync(file, bitmap(4));
  const imageId = await imported(client, file);
  await writeParts(join(folder, 'good'), { count: 3, seed: 1 });
  const job = await client.jobs.train({ good: [join(folder, 'good')], recipe: slowRecipe });
  for await (const event of await client.jobs.events(job)) {
    if (event.type === 'progress' && event.progress.stage === 'learning') {
      expect((await client.pictures.open({ imageId })).levels).toBe(1);
      expect((await client.images.thumbnail({ imageId, side: 32 })).size).toBeGreaterThan(0);
      const [learning] = await client.jobs.list({});
      expect(learning).toMatchObject({ kind: 'train', state: 'running' });
      await client.jobs.cancel(job);
      break;
    }
  }
});

function bitmap(value: number): Buffer {
  const bytes = Buffer.alloc(54 + 8 * 8 * 3, value);
  bytes.fill(0, 0, 54);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(8, 18);
  bytes.writeInt32LE(8, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { endOf } from '../../../support/run-job.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const client = testEngine();
const folder = temporaryFolder();

async function imported(name: string, size: { width: number; height: number }, level: (i: number) => number) {
  const pixels = Uint8Array.from({ length: size.width * size.height }, (_, i) => level(i));
  const path = join(folder, name);
  await sharp(pixels, { raw: { ...size, channels: 1 } })
    .png()
    .toFile(path);
  await client.project.open({ path: join(folder, 'parts.sparsight') });
  await endOf(client, client.images.import({ paths: [path] }));
  const [row] = (await client.images.list({ text: name })).rows;
  return row?.id ?? 0;
}

it('takes the middle of an image of the project, reduced to what can be tried at once', async () => {
  const imageId = await imported('wide.png', { width: 400, height: 200 }, (i) => (i * 37) % 256);
  const { pictures, figures } = await client.laboratory.run({ name: 'image-dictionary', imageId });
  expect(pictures.find(({ name }) => name === 'original')?.array.shape).toEqual([128, 128]);
  expect(figures.map(({ name }) => name)).toEqual(['psnr', 'ssim']);
});

it('rebuilds an image better from more atoms for each patch', async () => {
  const imageId = await imported(
    'weave.png',
    { width: 160, height: 160 },
    (i) => ((i % 160) * (i / 160)) % 256,
  );
  const psnr = async (setting: number) =>
    (await client.laboratory.run({ name: 'image-dictionary', imageId, setting })).figures[0]?.value ?? 0;
  expect(await psnr(8)).toBeGreaterThan(await psnr(1));
});

it('gives finite figures for an image without any contrast', async () => {
  const imageId = await imported('plain.png', { width: 64, height: 64 }, () => 128);
  for (const name of ['image-dictionary', 'inpainting', 'total-variation'] as const)
    for (const { value } of (await client.laboratory.run({ name, imageId })).figures)
      expect(value, name).toSatisfy(Number.isFinite);
});

it('says so when an image is too small, or not wanted', async () => {
  const imageId = await imported('tiny.png', { width: 20, height: 90 }, (i) => i % 256);
  await expect(client.laboratory.run({ name: 'inpainting', imageId })).rejects.toMatchObject({
    data: { code: 'image.too-small', path: join(folder, 'tiny.png') },
  });
  await expect(client.laboratory.run({ name: 'fused-lasso', imageId })).rejects.toMatchObject({
    data: { code: 'usage.invalid' },
  });
});

import { writeFileSync } from 'node:fs';
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
  expect(figures.map(({ name }) => name)).toEqual(['psnr', 'ssim', 'atomsPerPatch', 'zeros']);
});

it('rebuilds an image better from a smaller penalty, which leaves more atoms for each patch', async () => {
  const imageId = await imported(
    'weave.png',
    { width: 160, height: 160 },
    (i) => ((i % 160) * (i / 160)) % 256,
  );
  const [near, far] = [
    await client.laboratory.run({ name: 'image-dictionary', imageId, setting: 0.01 }),
    await client.laboratory.run({ name: 'image-dictionary', imageId, setting: 0.5 }),
  ];
  const figure = ({ figures }: typeof near, name: string) =>
    figures.find((each) => each.name === name)?.value ?? 0;
  expect(figure(near, 'psnr')).toBeGreaterThan(figure(far, 'psnr'));
  expect(figure(near, 'atomsPerPatch')).toBeGreaterThan(figure(far, 'atomsPerPatch'));
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

it('takes an image file that belongs to no project, as it is at that moment', async () => {
  const path = join(folder, 'own.png');
  const write = (level: number) =>
    sharp(Buffer.alloc(64 * 64, level), { raw: { width: 64, height: 64, channels: 1 } })
      .png()
      .toFile(path);
  const original = async () => {
    const { pictures } = await client.laboratory.run({
      name: 'image-dictionary',
      imagePath: path,
      method: 'dct',
    });
    const bytes = await pictures.find(({ name }) => name === 'original')?.array.bytes.arrayBuffer();
    return new Float32Array(bytes ?? new ArrayBuffer(4))[0];
  };
  await write(51);
  expect(await original()).toBeCloseTo(0.2);
  await write(204);
  expect(await original()).toBeCloseTo(0.8);
});

it('names the file that is no image', async () => {
  const path = join(folder, 'notes.png');
  writeFileSync(path, 'notes');
  for (const name of ['image-dictionary', 'inpainting'] as const)
    await expect(client.laboratory.run({ name, imagePath: path })).rejects.toMatchObject({
      data: { code: 'image.unsupported', path },
    });
  await expect(
    client.laboratory.run({ name: 'inpainting', imagePath: join(folder, 'gone.png') }),
  ).rejects.toMatchObject({ data: { code: 'image.unreadable' } });
});

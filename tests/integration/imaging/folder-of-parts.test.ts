import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeGreyFile } from '../../../src-main/imaging/decode/decode-picture.ts';
import { readImageFile } from '../../../src-main/imaging/decode/read-image-file.ts';
import { listImages } from '../../../src-main/imaging/files/list-images.ts';
import { encodePng, greyImage } from '../../../src-main/imaging/maps/rgb-image.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

const limits = { maxBytes: 10_000_000, maxPixels: 4_000_000 };
const size = { width: 64, height: 48 };
const part = (grey: number) =>
  sharp({ create: { ...size, channels: 3, background: { r: grey, g: grey, b: grey } } });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sparsight-parts-'));
  await mkdir(join(folder, 'ロット 2'));
  const png = await part(100).png().toBuffer();
  const files: Record<string, Uint8Array | string> = {
    'part 1.png': png,
    'part 2.jpg': await part(110).jpeg().toBuffer(),
    'part 10.tif': await part(120).tiff().toBuffer(),
    'part 11.png': await part(130).jpeg().toBuffer(),
    [join('ロット 2', 'part 🔩.webp')]: await part(140).webp().toBuffer(),
    'cut.png': png.subarray(0, png.length / 2),
    'empty.jpg': '',
    'list.png': 'part;result\n1;good\n',
    'vast.png': await part(0).resize(3000, 3000).png().toBuffer(),
    'notes.txt': 'not an image and not called one',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function outcomeOf(path: string): Promise<string> {
  try {
    const { width, height } = await decodeGreyFile(await readImageFile(path, limits), limits);
    return `${width} x ${height}`;
  } catch (error) {
    if (error instanceof SparsightError && error.path === path) return error.code;
    throw error;
  }
}

describe('a folder of good, bad and foreign files', () => {
  it('gives every readable part and names every other one with its reason', async () => {
    const { images, skipped } = await listImages([folder]);
    const outcomes: Record<string, string> = {};
    for (const image of images) outcomes[basename(image)] = await outcomeOf(image);
    expect(skipped).toEqual([]);
    expect(outcomes).toEqual({
      'cut.png': 'image.unreadable',
      'empty.jpg': 'image.unreadable',
      'list.png': 'image.unsupported',
      'part 1.png': '64 x 48',
      'part 2.jpg': '64 x 48',
      'part 10.tif': '64 x 48',
      'part 11.png': '64 x 48',
      'vast.png': 'image.too-large',
      'part 🔩.webp': '64 x 48',
    });
  });

  it('can be read side by side and again with the same result', async () => {
    const good = (await listImages([folder])).images.filter((path) => path.includes('part 1'));
    const sha = async () => Promise.all(good.map(async (path) => (await readImageFile(path)).sha256));
    expect(await sha()).toEqual(await sha());
    const decoded = async () =>
      Promise.all(good.map(async (path) => (await decodeGreyFile(await readImageFile(path))).data));
    expect(await decoded()).toEqual(await decoded());
  });
});

it('memory does not grow with the number of pictures decoded and encoded', async () => {
  const bytes = await part(90).resize(800, 600).png().toBuffer();
  const cycle = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const plane = await decodeGreyFile({ bytes, path: 'part.png' });
      await encodePng(greyImage(plane), 200);
    }
    return process.memoryUsage().rss / 1e6;
  };
  const before = await cycle(40);
  const after = await cycle(120);
  expect(after - before).toBeLessThan(150);
}, 60_000);

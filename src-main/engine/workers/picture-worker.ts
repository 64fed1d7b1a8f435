import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { defaultDecodeLimits } from '../../imaging/decode/decode-limits.ts';
import { decodeSamples } from '../../imaging/decode/decode-samples.ts';
import { readImageFile } from '../../imaging/decode/read-image-file.ts';
import type { ImageFile } from '../../imaging/decode/read-image-file.ts';
import { encodeTile } from '../../imaging/pictures/encode-tile.ts';
import { PicturePyramid } from '../../imaging/pictures/picture-pyramid.ts';
import { makeThumbnail } from '../../imaging/pictures/thumbnail.ts';
import { PictureMemory } from './picture-memory.ts';
import { task } from './reply.ts';

// Every value that this module exports is a task: what the picture thread may be asked, by name.

/** Decoded pictures together; one that alone takes more is kept alone. */
const memoryBytes = 384 * 2 ** 20;

/** An image as the project knows it. */
export interface KnownImage {
  readonly path: string;
  /** Empty when its contents have never been read. */
  readonly sha256: string;
}

const memory = new PictureMemory(memoryBytes);

const pictureOf = (image: KnownImage) =>
  memory.get(image.sha256 === '' ? image.path : image.sha256, async () => {
    const { bytes, path } = await readUnchanged(image);
    return new PicturePyramid(await decodeSamples(bytes, path, defaultDecodeLimits));
  });

/** The picture as a WebP file that fits a square. */
export const thumbnail = task(async ({ side, ...image }: KnownImage & { side: number }) => {
  const { webp } = await makeThumbnail(await readUnchanged(image), side);
  return webp;
});

/** Decodes a picture and keeps it for what follows. */
export const openPicture = task(async (image: KnownImage) => {
  const { width, height, bitDepth, levels } = await pictureOf(image);
  return { width, height, bitDepth, levels };
});

/** A tile as a PNG file; null where there is none. */
export const tile = task(
  async ({ level, column, row, ...image }: KnownImage & { level: number; column: number; row: number }) => {
    const cut = (await pictureOf(image)).tile(level, column, row);
    return cut === undefined ? null : await encodeTile(cut);
  },
);

/** The stored values of a pixel; null outside of the picture. */
export const pixel = task(async ({ x, y, ...image }: KnownImage & { x: number; y: number }) => {
  const picture = await pictureOf(image);
  return { values: picture.pixel(x, y) ?? null, bitDepth: picture.bitDepth };
});

async function readUnchanged({ path, sha256 }: KnownImage): Promise<ImageFile> {
  const file = await readImageFile(path);
  if (sha256 !== '' && file.sha256 !== sha256) {
    throw reasonedError('image.changed', 'image.not-as-imported', {}, { path });
  }
  return file;
}

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../../src-main/imaging/decode/decode-picture.ts';
import { readImageFile } from '../../../src-main/imaging/decode/read-image-file.ts';
import { pattern8 } from './pictures.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const limits = { maxBytes: 1_000_000, maxPixels: 1_000_000 };
const size = { width: 200, height: 150 };
// Noise, so that half of the file is half of the picture.
const noise = () =>
  sharp(
    Uint8Array.from(pattern8(size.width * size.height * 3), (v, i) => (v ^ Math.imul(i, 0x9e3779b1)) >>> 8),
    { raw: { ...size, channels: 3 } },
  );

async function decodeBytes(bytes: Uint8Array | string, name = 'part.png') {
  const path = join(folder.path, name);
  await writeFile(path, bytes);
  return decodePicture(path, limits);
}

/** A PNG that states a size, in 8-bit grey, and begins its pixels. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(99))),
  ]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A TIFF of one grey pixel in 32-bit floating point. */
function floatTiff(): Buffer {
  const short = 3;
  const long = 4;
  const pixelOffset = 200;
  const fields: [tag: number, type: number, value: number][] = [
    [256, short, 1],
    [257, short, 1],
    [258, short, 32],
    [259, short, 1],
    [262, short, 1],
    [273, long, pixelOffset],
    [277, short, 1],
    [278, short, 1],
    [279, long, 4],
    [339, short, 3],
  ];
  const file = Buffer.alloc(pixelOffset + 4);
  file.write('II*\0\b', 'latin1');
  file.writeUInt16LE(fields.length, 8);
  fields.forEach(([tag, type, value], i) => {
    const at = 10 + 12 * i;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(1, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  file.writeFloatLE(0.5, pixelOffset);
  return file;
}

describe('a file that is cut off', () => {
  it.each([
    ['JPEG', () => noise().jpeg().toBuffer()],
    ['progressive JPEG', () => noise().jpeg({ progressive: true }).toBuffer()],
    ['PNG', () => noise().png().toBuffer()],
    ['TIFF', () => noise().tiff({ compression: 'none' }).toBuffer()],
    ['WebP', () => noise().webp().toBuffer()],
    ['GIF', () => noise().gif().toBuffer()],
  ])('is an error, never half a picture: %s', async (_, encode) => {
    const bytes = await encode();
    for (const share of [0.02, 0.3, 0.5, 0.9, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(decodeBytes(cut)).rejects.toMatchObject({ code: 'image.unreadable' });
    }
  });
});

describe('a file that is no picture', () => {
  it('of zero bytes is named as empty', async () => {
    await expect(decodeBytes('', 'empty.png')).rejects.toMatchObject({
      code: 'image.unreadable',
      message: 'The image empty.png is empty (0 bytes).',
      path: join(folder.path, 'empty.png'),
    });
  });

  it.each([
    ['text', 'this is a list of parts\n'],
    ['text that begins like a bitmap', 'BMW, Munich: list of parts and of their tolerances, revision 7\n'],
    ['HTML', '<!doctype html><title>not found</title>'],
    ['an SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n'],
    ['a HEIF', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['a Photoshop file', '8BPS\0\x01'],
    ['random bytes', Buffer.from(pattern8(500)).toString('latin1')],
  ])('is refused whatever its name says: %s', async (_, text) => {
    await expect(decodeBytes(Buffer.from(text, 'latin1'))).rejects.toMatchObject({
      code: 'image.unsupported',
      path: join(folder.path, 'part.png'),
    });
  });

  it('but begins like one is unreadable', async () => {
    const junk = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200, 7)]);
    await expect(decodeBytes(junk)).rejects.toMatchObject({ code: 'image.unreadable' });
  });

  it('is a folder or missing: unreadable, by name', async () => {
    const path = join(folder.path, 'folder.png');
    await mkdir(path);
    await expect(decodePicture(path)).rejects.toMatchObject({ code: 'image.unreadable', path });
    await expect(decodePicture(join(folder.path, 'gone.png'))).rejects.toMatchObject({
      message: 'The image gone.png does not exist (any more).',
    });
  });
});

describe('limits', () => {
  it('refuse a decompression bomb by its header', async () => {
    await expect(decodeBytes(pngHeader(60_000, 60_000))).rejects.toMatchObject({
      code: 'image.too-large',
      message: 'The image part.png has 3,600 megapixels; the limit is 1 megapixels.',
    });
  });

  it('refuse a large picture that compresses to almost nothing', async () => {
    const bomb = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: 'black' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(100_000);
    await expect(decodeBytes(bomb)).rejects.toMatchObject({ code: 'image.too-large' });
  });

  it('refuse a file with too many bytes before reading it', async () => {
    await expect(decodeBytes(Buffer.alloc(limits.maxBytes + 1))).rejects.toMatchObject({
      code: 'image.too-large',
    });
  });

  it('refuse numbers that are not 8 or 16 bits wide', async () => {
    await expect(decodeBytes(floatTiff())).rejects.toMatchObject({
      code: 'image.unsupported',
      message: 'part.png stores float values, which is not supported.',
    });
  });
});

it('reads a file once and knows it by its SHA-256', async () => {
  const path = join(folder.path, 'part.png');
  const bytes = await noise().png().toBuffer();
  await writeFile(path, bytes);
  expect(await readImageFile(path)).toEqual({
    path,
    bytes,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});

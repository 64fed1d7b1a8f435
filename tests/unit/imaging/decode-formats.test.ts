import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  decodeGreyFile,
  decodePicture,
  decodePictureFile,
} from '../../../src-main/imaging/decode/decode-picture.ts';
import { toGrey } from '../../../src-main/imaging/decode/to-grey.ts';
import { pattern16, pattern8 } from './pictures.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const size = { width: 13, height: 9 };
const pixels = size.width * size.height;

const colour8 = () => sharp(pattern8(pixels * 3), { raw: { ...size, channels: 3 } });
const grey8 = () => sharp(pattern8(pixels), { raw: { ...size, channels: 1 } }).toColourspace('b-w');
const colour16 = () => sharp(pattern16(pixels * 3), { raw: { ...size, channels: 3 } }).toColourspace('rgb16');
const grey16 = () => sharp(pattern16(pixels), { raw: { ...size, channels: 1 } }).toColourspace('grey16');

const stored = (data: Float32Array, bitDepth: 8 | 16) =>
  Array.from(data, (intensity) => Math.round(intensity * (2 ** bitDepth - 1)));

const decode = async (bytes: Uint8Array) => decodePictureFile({ bytes, path: 'part.png' });

describe('lossless formats', () => {
  it.each([
    ['PNG', () => colour8().png().toBuffer()],
    ['interlaced PNG', () => colour8().png({ progressive: true }).toBuffer()],
    ['TIFF', () => colour8().tiff({ compression: 'none' }).toBuffer()],
    ['TIFF with LZW', () => colour8().tiff({ compression: 'lzw' }).toBuffer()],
    ['tiled TIFF', () => colour8().tiff({ compression: 'deflate', tile: true }).toBuffer()],
    ['BigTIFF', () => colour8().tiff({ compression: 'none', bigtiff: true }).toBuffer()],
    ['WebP', () => colour8().webp({ lossless: true }).toBuffer()],
  ])('keep every 8-bit colour: %s', async (_, encode) => {
    const picture = await decode(await encode());
    expect(picture).toMatchObject({ ...size, channels: 3, bitDepth: 8 });
    expect(stored(picture.data, 8)).toEqual([...pattern8(pixels * 3)]);
  });

  it.each([
    ['PNG', () => grey8().png().toBuffer()],
    ['TIFF', () => grey8().tiff({ compression: 'lzw' }).toBuffer()],
  ])('keep every 8-bit grey in one channel: %s', async (_, encode) => {
    const picture = await decode(await encode());
    expect(picture).toMatchObject({ ...size, channels: 1, bitDepth: 8 });
    expect(stored(picture.data, 8)).toEqual([...pattern8(pixels)]);
  });

  it.each([
    ['PNG', () => grey16().png().toBuffer()],
    ['TIFF', () => grey16().tiff({ compression: 'none' }).toBuffer()],
  ])('keep all 16 bits of grey: %s', async (_, encode) => {
    const picture = await decode(await encode());
    expect(picture).toMatchObject({ ...size, channels: 1, bitDepth: 16 });
    expect(stored(picture.data, 16)).toEqual([...pattern16(pixels)]);
  });

  it.each([
    ['PNG', () => colour16().png().toBuffer()],
    ['TIFF', () => colour16().tiff({ compression: 'none' }).toBuffer()],
  ])('keep all 16 bits of colour: %s', async (_, encode) => {
    const picture = await decode(await encode());
    expect(picture).toMatchObject({ ...size, channels: 3, bitDepth: 16 });
    expect(stored(picture.data, 16)).toEqual([...pattern16(pixels * 3)]);
  });

  it('keep stored values when a colour profile is embedded', async () => {
    const picture = await decode(await colour8().withIccProfile('p3').png().toBuffer());
    const plain = await sharp(await colour8().withIccProfile('p3').png().toBuffer(), { ignoreIcc: true })
      .raw()
      .toBuffer();
    expect(stored(picture.data, 8)).toEqual([...plain]);
  });
});

describe('lossy formats', () => {
  it.each([
    ['JPEG', () => flat().jpeg({ quality: 95 }).toBuffer()],
    ['progressive JPEG', () => flat().jpeg({ quality: 95, progressive: true }).toBuffer()],
    ['CMYK JPEG', () => flat().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
    ['WebP', () => flat().webp({ quality: 95 }).toBuffer()],
    ['GIF', () => flat().gif().toBuffer()],
  ])('come within a few grey levels: %s', async (_, encode) => {
    const picture = await decode(await encode());
    expect(picture).toMatchObject({ ...size, bitDepth: 8 });
    const grey = toGrey(picture).data;
    for (const value of grey) expect(Math.abs(value - 100 / 255)).toBeLessThan(0.04);
  });

  const flat = () => sharp({ create: { ...size, channels: 3, background: { r: 100, g: 100, b: 100 } } });
});

describe('pictures of several frames or pages', () => {
  it('show the first of an animation', async () => {
    const frames = Buffer.alloc(size.width * size.height * 2 * 3, 255);
    frames.fill(0, 0, size.width * size.height * 3);
    const bytes = await sharp(frames, {
      raw: { width: size.width, height: size.height * 2, channels: 3, pageHeight: size.height },
    })
      .gif()
      .toBuffer();
    const picture = await decode(bytes);
    expect(picture).toMatchObject(size);
    expect(Math.max(...picture.data)).toBe(0);
  });
});

describe('transparency', () => {
  it('shows white through transparent pixels and mixes half-transparent ones', async () => {
    const raw = Uint8Array.from([0, 0, 0, 0, 100, 0, 0, 255, 0, 0, 0, 51]);
    const bytes = await sharp(raw, { raw: { width: 3, height: 1, channels: 4 } })
      .png()
      .toBuffer();
    const { data, channels } = await decode(bytes);
    expect(channels).toBe(3);
    expect(stored(data, 8)).toEqual([255, 255, 255, 100, 0, 0, 204, 204, 204]);
  });

  it('lays 16-bit grey with alpha over the full white', async () => {
    const bytes = await grey16().ensureAlpha(0).png().toBuffer();
    const { data, channels } = await decode(bytes);
    expect(channels).toBe(1);
    expect(new Set(data)).toEqual(new Set([1]));
  });
});

describe('orientation', () => {
  // The picture as seen: red top left, green top right, blue bottom left, white bottom right.
  const upright = 'rgbw';
  const storedFor = ['rgbw', 'grwb', 'wbgr', 'bwrg', 'rbgw', 'gwrb', 'wgbr', 'brwg'];
  const rgb: Record<string, number[]> = {
    r: [255, 0, 0],
    g: [0, 255, 0],
    b: [0, 0, 255],
    w: [255, 255, 255],
  };

  const pixelsOf = (colours: string) => Array.from(colours).flatMap((colour) => rgb[colour]!);

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%i is turned upright', async (orientation) => {
    const raw = Uint8Array.from(pixelsOf(storedFor[orientation - 1]!));
    const bytes = await sharp(raw, { raw: { width: 2, height: 2, channels: 3 } })
      .withMetadata({ orientation })
      .png()
      .toBuffer();
    const picture = await decode(bytes);
    expect(stored(picture.data, 8)).toEqual(pixelsOf(upright));
  });

  it('exchanges width and height when the camera was held upright', async () => {
    const bytes = await colour8().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await decode(bytes)).toMatchObject({ width: size.height, height: size.width });
  });
});

describe('physical size', () => {
  it.each([
    ['PNG', () => grey8().withMetadata({ density: 508 }).png().toBuffer()],
    ['TIFF', () => grey8().withMetadata({ density: 508 }).tiff().toBuffer()],
    ['JPEG', () => grey8().withMetadata({ density: 508 }).jpeg().toBuffer()],
  ])('follows from the density: %s', async (_, encode) => {
    expect((await decode(await encode())).millimetresPerPixel).toBeCloseTo(0.05, 4);
  });

  it('is unknown when the file states none, or only what software writes when it knows none', async () => {
    for (const bytes of [await grey8().png().toBuffer(), await grey8().jpeg().toBuffer()]) {
      expect((await decode(bytes)).millimetresPerPixel).toBeUndefined();
    }
    const placeholder = await grey8().withMetadata({ density: 96 }).png().toBuffer();
    expect((await decode(placeholder)).millimetresPerPixel).toBeUndefined();
  });
});

describe('grey', () => {
  it('weighs colours as ITU-R BT.709 says', async () => {
    const raw = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);
    const bytes = await sharp(raw, { raw: { width: 4, height: 1, channels: 3 } })
      .png()
      .toBuffer();
    const { data } = toGrey(await decode(bytes));
    [0.2126, 0.7152, 0.0722, 1].forEach((weight, i) => {
      expect(data[i]).toBeCloseTo(weight, 6);
    });
  });

  it.each([
    ['8-bit colour', () => colour8().png().toBuffer()],
    ['16-bit colour', () => colour16().png().toBuffer()],
    ['16-bit grey', () => grey16().png().toBuffer()],
    ['colour with alpha', () => colour8().ensureAlpha(0.4).png().toBuffer()],
  ])('is the same to the last bit on the short way: %s', async (_, encode) => {
    const file = { bytes: await encode(), path: 'part.png' };
    expect((await decodeGreyFile(file)).data).toEqual(toGrey(await decodePictureFile(file)).data);
  });
});

describe('tints', () => {
  it('are 0 for every grey and turn with the hue', async () => {
    const raw = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 90, 90, 90]);
    const bytes = await sharp(raw, { raw: { width: 4, height: 1, channels: 3 } })
      .png()
      .toBuffer();
    const { tints = [] } = await decodeGreyFile({ bytes, path: 'part.png' }, { tinted: true });
    const [redGreen = [], yellowBlue = []] = tints.map(({ data }) => [...data]);
    [Math.SQRT1_2, -Math.SQRT1_2, 0, 0].forEach((tint, i) => expect(redGreen[i]).toBeCloseTo(tint, 6));
    [1, 1, -2, 0].forEach((tint, i) => expect(yellowBlue[i]).toBeCloseTo(tint / Math.sqrt(6), 6));
  });

  it('are averaged over blocks of a large picture, its border included', async () => {
    const [width, height] = [4003, 4001];
    const raw = Buffer.alloc(3 * width * height);
    for (let i = 0; i < raw.length; i += 3) raw[i] = 200;
    const bytes = await sharp(raw, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const { tints = [] } = await decodeGreyFile({ bytes, path: 'part.png' }, { tinted: true });
    for (const [index, tint] of [200 / 255 / Math.SQRT2, 200 / 255 / Math.sqrt(6)].entries()) {
      const { width: columns = 0, height: rows = 0, data = new Float32Array() } = tints[index] ?? {};
      expect([columns, rows]).toEqual([801, 801]);
      for (const cell of [0, columns - 1, columns * (rows - 1), columns * rows - 1]) {
        expect(data[cell]).toBeCloseTo(tint, 5);
      }
    }
  });

  it('are left out of grey files, and where nobody asks for them', async () => {
    const grey = { bytes: await grey8().png().toBuffer(), path: 'part.png' };
    expect((await decodeGreyFile(grey, { tinted: true })).tints).toBeUndefined();
    const colour = { bytes: await colour8().png().toBuffer(), path: 'part.png' };
    expect((await decodeGreyFile(colour)).tints).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['spaces', 'good part 01.png'],
    ['quotes', `it's "fine" \`here\`.png`],
    ['Japanese', '良品_表面検査.png'],
    ['emoji', 'part 🔩✅.png'],
    ['shell and URL characters', '50% & #1?$(x);.png'],
    ['255 bytes', `${'n'.repeat(251)}.png`],
  ])('with %s are read', async (_, name) => {
    const path = join(folder.path, name);
    await writeFile(path, await grey8().png().toBuffer());
    expect(await decodePicture(path)).toMatchObject(size);
  });

  it('do not decide the format: a JPEG called .png is read as what it is', async () => {
    const path = join(folder.path, 'camera.png');
    await writeFile(path, await colour8().jpeg().toBuffer());
    expect(await decodePicture(path)).toMatchObject(size);
  });
});

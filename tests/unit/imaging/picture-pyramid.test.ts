import * as fc from 'fast-check';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Samples } from '../../../src-main/imaging/decode/samples.ts';
import { displayRange } from '../../../src-main/imaging/pictures/display-range.ts';
import { displayed, halved } from '../../../src-main/imaging/pictures/displayed-image.ts';
import { encodeTile } from '../../../src-main/imaging/pictures/encode-tile.ts';
import { PicturePyramid, tileSide } from '../../../src-main/imaging/pictures/picture-pyramid.ts';
import { makeThumbnail } from '../../../src-main/imaging/pictures/thumbnail.ts';
import { pattern16, pattern8 } from './pictures.ts';

const colour = (width: number, height: number): Samples => ({
  width,
  height,
  channels: 3,
  bitDepth: 8,
  values: pattern8(width * height * 3),
});

const grey16 = (width: number, height: number, values: Uint16Array): Samples => ({
  width,
  height,
  channels: 1,
  bitDepth: 16,
  values,
});

describe('a picture pyramid', () => {
  it('halves the picture, rounding up, until it fits a tile', () => {
    const pyramid = new PicturePyramid(colour(1300, 1027));
    expect(pyramid.levels).toBe(3);
    const last = pyramid.tile(2, 0, 0);
    expect(last).toMatchObject({ width: 325, height: 257, channels: 3 });
    expect(new PicturePyramid(colour(512, 512)).levels).toBe(1);
    expect(new PicturePyramid(colour(513, 1)).levels).toBe(2);
  });

  it('has the stored values on its finest level, tile by tile', () => {
    const samples = colour(700, 530);
    const pyramid = new PicturePyramid(samples);
    const whole = new Uint8Array(700 * 530 * 3);
    for (const row of [0, 1]) {
      for (const column of [0, 1]) {
        const tile = pyramid.tile(0, column, row)!;
        for (let y = 0; y < tile.height; y++) {
          const line = tile.data.subarray(y * tile.width * 3, (y + 1) * tile.width * 3);
          whole.set(line, ((row * tileSide + y) * 700 + column * tileSide) * 3);
        }
      }
    }
    expect(Buffer.from(whole).equals(Buffer.from(samples.values))).toBe(true);
    expect(pyramid.tile(0, 2, 0)).toBeUndefined();
    expect(pyramid.tile(0, 0, 2)).toBeUndefined();
    expect(pyramid.tile(2, 0, 0)).toBeUndefined();
  });

  it('has on each level the mean of the four pixels below, also across the strips that it is made of', () => {
    const samples = colour(600, 523);
    const cut = { x: 0, y: 0, width: 600, height: 523 };
    const expected = halved(displayed(samples, 255, cut));
    const made = new PicturePyramid(samples).tile(1, 0, 0)!;
    expect(made).toMatchObject({ width: 300, height: 262 });
    expect(Buffer.from(made.data).equals(Buffer.from(expected.data))).toBe(true);
  });

  it('reads pixels in the range of the file', () => {
    const values = pattern16(20 * 10);
    const pyramid = new PicturePyramid(grey16(20, 10, values));
    expect(pyramid.pixel(7, 3)).toEqual([values[3 * 20 + 7]]);
    expect(pyramid.pixel(20, 3)).toBeUndefined();
    expect(pyramid.pixel(7, 10)).toBeUndefined();
    const coloured = colour(6, 5);
    expect(new PicturePyramid(coloured).pixel(5, 4)).toEqual([...coloured.values.subarray(-3)]);
  });

  it('says how much memory it takes', () => {
    expect(new PicturePyramid(colour(1024, 512)).bytes).toBe(1024 * 512 * 3 + 512 * 256 * 3);
  });
});

describe('halving a picture', () => {
  it('keeps its mean brightness', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.nat(), (w, h, seed) => {
        const data = Uint8Array.from({ length: 4 * w * h }, (_, i) => ((i + seed) * 97) % 256);
        const half = halved({ width: 2 * w, height: 2 * h, channels: 1, data });
        const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(Math.abs(mean(half.data) - mean(data))).toBeLessThan(0.501);
      }),
    );
  });

  it('repeats the border of odd sizes', () => {
    const half = halved({ width: 3, height: 1, channels: 1, data: Uint8Array.of(10, 20, 40) });
    expect(half).toEqual({ width: 2, height: 1, channels: 1, data: Uint8Array.of(15, 40) });
  });
});

describe('what a screen shows', () => {
  it('of 16 bits is stretched from the depth that the camera measured in', () => {
    const range = (...values: number[]) => displayRange({ values: Uint16Array.from(values), bitDepth: 16 });
    expect(range(0, 200)).toBe(255);
    expect(range(0, 1000)).toBe(1023);
    expect(range(0, 4095)).toBe(4095);
    expect(range(0, 4096)).toBe(16383);
    expect(range(0, 60000)).toBe(65535);
    expect(displayRange({ values: Uint8Array.of(3), bitDepth: 8 })).toBe(255);
    const shown = displayed(grey16(3, 1, Uint16Array.of(0, 2048, 4095)), 4095, {
      x: 0,
      y: 0,
      width: 3,
      height: 1,
    });
    expect([...shown.data]).toEqual([0, 128, 255]);
  });

  it('of transparent pixels is white', () => {
    const samples: Samples = {
      width: 3,
      height: 1,
      channels: 2,
      bitDepth: 8,
      values: Uint8Array.of(100, 0, 100, 255, 0, 51),
    };
    expect([...displayed(samples, 255, { x: 0, y: 0, width: 3, height: 1 }).data]).toEqual([255, 100, 204]);
  });

  it('survives encoding as a tile without loss', async () => {
    const data = pattern8(30 * 20 * 3);
    const png = await encodeTile({ width: 30, height: 20, channels: 3, data });
    const { data: raw, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 30, height: 20, channels: 3, format: 'raw' });
    expect(raw.equals(Buffer.from(data))).toBe(true);
  });
});

describe('a thumbnail', () => {
  const bytesOf = (picture: Sharp) => picture.png().toBuffer();
  const raw = { width: 100, height: 50, channels: 1 as const };

  it('of a 12-bit photograph in 16 bits is as bright as one of 8 bits', async () => {
    const twelve = sharp(new Uint16Array(5000).fill(2048), { raw }).toColourspace('grey16');
    const eight = sharp(new Uint8Array(5000).fill(128), { raw }).toColourspace('b-w');
    for (const [picture, bitDepth] of [
      [twelve, 16],
      [eight, 8],
    ] as const) {
      const made = await makeThumbnail({ bytes: await bytesOf(picture), path: 'part.png' }, 40);
      expect(made).toMatchObject({ width: 100, height: 50, bitDepth });
      const { channels } = await sharp(made.webp).stats();
      expect(channels[0]!.mean).toBeGreaterThan(125);
      expect(channels[0]!.mean).toBeLessThan(131);
      expect(await sharp(made.webp).metadata()).toMatchObject({ width: 40, height: 20 });
    }
  });

  it('is never larger than the picture', async () => {
    const { webp } = await makeThumbnail(
      { bytes: await bytesOf(sharp(new Uint8Array(5000), { raw })), path: 'part.png' },
      1000,
    );
    expect(await sharp(webp).metadata()).toMatchObject({ width: 100, height: 50 });
  });

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)(
    'of a %s file that is cut off is refused',
    async (format) => {
      const size = { width: 600, height: 600, channels: 3 as const };
      const bytes = await sharp(pattern8(600 * 600 * 3), { raw: size })
        .toFormat(format)
        .toBuffer();
      const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
      await expect(makeThumbnail({ bytes: cut, path: `part.${format}` }, 64)).rejects.toMatchObject({
        code: 'image.unreadable',
      });
    },
  );
});

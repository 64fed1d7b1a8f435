import { describe, expect, it } from 'vitest';
import { decodePictureFile } from '../../../src-main/imaging/decode/decode-picture.ts';

interface Bitmap {
  readonly width: number;
  /** Negative when rows are stored from the top. */
  readonly height: number;
  readonly bitsPerPixel: number;
  /** Blue, green, red, unused of each entry. */
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  /** Bytes of each row as stored, without padding. */
  readonly rows: readonly (readonly number[])[];
  readonly compression?: number;
  readonly pixelsPerMetre?: number;
}

function bitmapFile(bitmap: Bitmap): Buffer {
  const { palette = [], masks = [], rows } = bitmap;
  const offset = 54 + 4 * masks.length + palette.length;
  const stride = Math.ceil((bitmap.width * bitmap.bitsPerPixel) / 32) * 4;
  const file = Buffer.alloc(offset + stride * rows.length);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(offset, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(bitmap.width, 18);
  file.writeInt32LE(bitmap.height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bitmap.bitsPerPixel, 28);
  file.writeUInt32LE(bitmap.compression ?? (masks.length > 0 ? 3 : 0), 30);
  file.writeInt32LE(bitmap.pixelsPerMetre ?? 0, 38);
  file.writeUInt32LE(palette.length / 4, 46);
  masks.forEach((mask, i) => file.writeUInt32LE(mask, 54 + 4 * i));
  file.set(palette, 54 + 4 * masks.length);
  rows.forEach((row, i) => {
    file.set(row, offset + stride * i);
  });
  return file;
}

async function decode(file: Uint8Array) {
  const picture = await decodePictureFile({ bytes: file, path: 'part.bmp' });
  return { ...picture, stored: Array.from(picture.data, (intensity) => Math.round(intensity * 255)) };
}

const greyRamp = Array.from({ length: 256 }, (_, i) => [i, i, i, 0]).flat();
const red = [0, 0, 255];
const green = [0, 255, 0];
const blue = [255, 0, 0];

describe('a bitmap', () => {
  it('of 24 bits is read from its lowest row up, blue before red', async () => {
    const rows = [
      [...blue, ...blue, ...green],
      [...red, ...red, ...green],
    ];
    const { stored, channels } = await decode(bitmapFile({ width: 3, height: 2, bitsPerPixel: 24, rows }));
    expect(channels).toBe(3);
    expect(stored).toEqual([255, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 255, 0, 255, 0]);
  });

  it('with negative height is read from the top', async () => {
    const rows = [red, blue];
    const { stored } = await decode(bitmapFile({ width: 1, height: -2, bitsPerPixel: 24, rows }));
    expect(stored).toEqual([255, 0, 0, 0, 0, 255]);
  });

  it('of 8 bits with a grey palette is one grey channel', async () => {
    const file = bitmapFile({
      width: 5,
      height: 1,
      bitsPerPixel: 8,
      palette: greyRamp,
      rows: [[0, 7, 99, 200, 255]],
    });
    expect(await decode(file)).toMatchObject({ channels: 1, bitDepth: 8, stored: [0, 7, 99, 200, 255] });
  });

  it('of 8 bits takes its colours from its palette', async () => {
    const palette = [...red, 0, ...green, 0];
    const file = bitmapFile({ width: 3, height: 1, bitsPerPixel: 8, palette, rows: [[1, 0, 1]] });
    expect(await decode(file)).toMatchObject({ channels: 3, stored: [0, 255, 0, 255, 0, 0, 0, 255, 0] });
  });

  it('of 4 bits and odd width is read to its end', async () => {
    const palette = greyRamp.slice(0, 64);
    const rows = [
      [0x45, 0x60],
      [0x12, 0x30],
    ];
    const file = bitmapFile({ width: 3, height: 2, bitsPerPixel: 4, palette, rows });
    expect((await decode(file)).stored).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('of 1 bit is black and white', async () => {
    const palette = [0, 0, 0, 0, 255, 255, 255, 0];
    const rows = [[0b1010_0000, 0b1000_0000]];
    const file = bitmapFile({ width: 9, height: 1, bitsPerPixel: 1, palette, rows });
    expect((await decode(file)).stored).toEqual([255, 0, 255, 0, 0, 0, 0, 0, 255]);
  });

  it('of 16 bits follows its masks, 5-5-5 without any', async () => {
    const rows = [[0x00, 0x7c, 0xe0, 0x03, 0x1f, 0x00]];
    const file = bitmapFile({ width: 3, height: 1, bitsPerPixel: 16, rows });
    expect((await decode(file)).stored).toEqual([255, 0, 0, 0, 255, 0, 0, 0, 255]);
    const masks = [0xf800, 0x07e0, 0x001f];
    const file565 = bitmapFile({ width: 1, height: 1, bitsPerPixel: 16, masks, rows: [[0xe0, 0x07]] });
    expect((await decode(file565)).stored).toEqual([0, 255, 0]);
  });

  it('of 32 bits is opaque whatever its fourth byte says', async () => {
    const file = bitmapFile({ width: 1, height: 1, bitsPerPixel: 32, rows: [[30, 20, 10, 0]] });
    expect(await decode(file)).toMatchObject({ channels: 3, stored: [10, 20, 30] });
    const masks = [0xff000000, 0x00ff0000, 0x0000ff00];
    const masked = bitmapFile({ width: 1, height: 1, bitsPerPixel: 32, masks, rows: [[0, 30, 20, 10]] });
    expect((await decode(masked)).stored).toEqual([10, 20, 30]);
  });

  it('states its physical size in pixels per metre', async () => {
    const rows = [[1, 2, 3]];
    const stated = bitmapFile({ width: 1, height: 1, bitsPerPixel: 24, rows, pixelsPerMetre: 20_000 });
    expect((await decode(stated)).millimetresPerPixel).toBeCloseTo(0.05);
    const placeholder = bitmapFile({ width: 1, height: 1, bitsPerPixel: 24, rows, pixelsPerMetre: 3780 });
    expect((await decode(placeholder)).millimetresPerPixel).toBeUndefined();
  });

  it('that is cut off at any place is an error', async () => {
    const palette = greyRamp;
    const file = bitmapFile({ width: 4, height: 2, bitsPerPixel: 8, palette, rows: [[1, 2, 3, 4], [5]] });
    for (let length = 18; length < file.length; length += 7) {
      await expect(decode(file.subarray(0, length))).rejects.toMatchObject({ code: 'image.unreadable' });
    }
  });

  it('that is compressed is refused', async () => {
    const file = bitmapFile({
      width: 4,
      height: 1,
      bitsPerPixel: 8,
      palette: greyRamp,
      rows: [[4, 9]],
      compression: 1,
    });
    await expect(decode(file)).rejects.toMatchObject({ code: 'image.unsupported' });
  });

  it('that states an enormous size is refused before anything is allocated', async () => {
    const file = bitmapFile({ width: 1, height: 1, bitsPerPixel: 24, rows: [[1, 2, 3]] });
    file.writeInt32LE(60_000, 18);
    file.writeInt32LE(60_000, 22);
    await expect(decode(file)).rejects.toMatchObject({ code: 'image.too-large' });
  });

  it.each([
    ['width', 18, 0],
    ['height', 22, 0],
    ['bits per pixel', 28, 5],
  ])('with an impossible %s is unreadable', async (_, offset, value) => {
    const file = bitmapFile({ width: 1, height: 1, bitsPerPixel: 24, rows: [[1, 2, 3]] });
    file.writeUInt16LE(value, offset);
    await expect(decode(file)).rejects.toMatchObject({ code: 'image.unreadable' });
  });
});

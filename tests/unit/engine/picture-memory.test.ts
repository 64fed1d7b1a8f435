import { expect, it } from 'vitest';
import { PictureMemory } from '../../../src-main/engine/workers/picture-memory.ts';
import { PicturePyramid } from '../../../src-main/imaging/pictures/picture-pyramid.ts';

const side = 100;

function counted() {
  const decoded: string[] = [];
  const memory = new PictureMemory(2.5 * side * side);
  const get = (key: string) =>
    memory.get(key, () => {
      decoded.push(key);
      const values = new Uint8Array(side * side);
      return Promise.resolve(
        new PicturePyramid({ width: side, height: side, channels: 1, bitDepth: 8, values }),
      );
    });
  return { decoded, get };
}

it('pictures are decoded once, also when several ask at the same time', async () => {
  const { decoded, get } = counted();
  const [first, second] = await Promise.all([get('a'), get('a')]);
  expect(first).toBe(second);
  await get('a');
  expect(decoded).toEqual(['a']);
});

it('the picture that was used longest ago makes room', async () => {
  const { decoded, get } = counted();
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
  expect(decoded).toEqual(['a', 'b', 'c', 'b']);
});

it('a picture that alone is too large is kept until the next', async () => {
  const memory = new PictureMemory(10);
  let decodings = 0;
  const decode = () => {
    decodings++;
    const values = new Uint8Array(100);
    return Promise.resolve(new PicturePyramid({ width: 10, height: 10, channels: 1, bitDepth: 8, values }));
  };
  await memory.get('a', decode);
  await memory.get('a', decode);
  expect(decodings).toBe(1);
  await memory.get('b', decode);
  await memory.get('a', decode);
  expect(decodings).toBe(3);
});

it('a picture that could not be decoded is tried again', async () => {
  const memory = new PictureMemory(1000);
  await expect(memory.get('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  const values = new Uint8Array(100);
  const picture = new PicturePyramid({ width: 10, height: 10, channels: 1, bitDepth: 8, values });
  expect(await memory.get('a', () => Promise.resolve(picture))).toBe(picture);
});

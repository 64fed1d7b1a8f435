import { expect, it } from 'vitest';
import { splitGoodParts } from '../../../src-main/engine/use-cases/kept-for-testing.ts';

const split = (paths: string[]) => {
  const { learn, kept } = splitGoodParts(paths.map((path) => ({ path })));
  return { learn: learn.map(({ path }) => path), kept: kept.map(({ path }) => path) };
};

it('keeps good parts in a folder "test" beside a folder "train" out of learning', () => {
  const learn = ['/parts/train/good/1.png', '/other/3.png'];
  const kept = ['/parts/test/good/2.png'];
  expect(split([...learn, ...kept])).toEqual({ learn, kept });
});

it('learns from a folder "test" that has no "train" beside it', () => {
  const paths = ['/elsewhere/train/good/1.png', '/parts/test/good/2.png', '/parts/test.png'];
  expect(split(paths)).toEqual({ learn: paths, kept: [] });
});

it('knows the folders of every system, in any case of letters', () => {
  expect(split(['C:\\Parts\\Train\\1.png', 'C:\\Parts\\Test\\2.png']).kept).toEqual([
    'C:\\Parts\\Test\\2.png',
  ]);
});

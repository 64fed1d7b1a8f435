import { describe, expect, it } from 'vitest';
import { ArrivingFiles } from '../../../src-main/engine/files/arriving-files.ts';

const path = '/camera/part-7.png';
const file = (sizeBytes: number, modified: number) => [{ path, sizeBytes, modified }];

describe('a file in a watched folder', () => {
  it('is read once it has been still for a second, however long it was written', () => {
    const arriving = new ArrivingFiles([]);
    for (let second = 0; second < 20; second++) {
      expect(arriving.update(file(1000 * second, second), 1000 * second)).toEqual([]);
    }
    expect(arriving.update(file(19_000, 19), 19_900)).toEqual([]);
    expect(arriving.update(file(19_000, 19), 20_100)).toEqual([{ path, final: false }]);
    expect(arriving.update(file(19_000, 19), 30_000)).toEqual([]);
  });

  it('that could not be read is tried again after it has changed, not before', () => {
    const arriving = new ArrivingFiles([]);
    arriving.update(file(500, 1), 0);
    expect(arriving.update(file(500, 1), 1000)).toHaveLength(1);
    arriving.putBack(path);
    expect(arriving.update(file(500, 1), 3000)).toEqual([]);
    expect(arriving.update(file(900, 2), 4000)).toEqual([]);
    expect(arriving.update(file(900, 2), 5000)).toEqual([{ path, final: false }]);
  });

  it('that could not be read and stays as it is gets one last try', () => {
    const arriving = new ArrivingFiles([]);
    arriving.update(file(500, 1), 0);
    arriving.update(file(500, 1), 1000);
    arriving.putBack(path);
    expect(arriving.update(file(500, 1), 15_000)).toEqual([{ path, final: true }]);
  });

  it('that was there before is no news, and one that vanishes while it is written is forgotten', () => {
    const arriving = new ArrivingFiles([['/camera/part-1.png', null]]);
    const old = [{ path: '/camera/part-1.png', sizeBytes: 5, modified: 1 }];
    arriving.update(old, 0);
    expect(arriving.update(old, 5000)).toEqual([]);
    arriving.update(file(500, 1), 6000);
    arriving.update([], 6500);
    expect(arriving.update(file(500, 1), 9000)).toEqual([]);
    expect(arriving.update(file(500, 1), 10_000)).toHaveLength(1);
  });

  it('that is overwritten is read again once it is complete, be it new or there before', () => {
    const arriving = new ArrivingFiles([
      ['/camera/old.png', { path: '/camera/old.png', sizeBytes: 5, modified: 1 }],
    ]);
    const old = { path: '/camera/old.png', sizeBytes: 5, modified: 2000 };
    const [fresh] = file(500, 1);
    arriving.update([fresh!], 0);
    expect(arriving.update([fresh!], 1000)).toHaveLength(1);
    const overwritten = { ...fresh!, modified: 2000 };
    expect(arriving.update([old, overwritten], 2000)).toEqual([]);
    expect(arriving.update([old, overwritten], 3000)).toEqual([
      { path: old.path, final: false },
      { path, final: false },
    ]);
    expect(arriving.update([old, overwritten], 9000)).toEqual([]);
  });

  it('is asked about in every look until it was read, then in turn with the others', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `/camera/part-${i}.png`);
    const arriving = new ArrivingFiles(names.map((name) => [name, null]));
    const asked = new Set<string>();
    for (let look = 0; look < 5; look++) {
      arriving.beginLook();
      expect(arriving.isAsked('/camera/new.png')).toBe(true);
      const now = names.filter((name) => arriving.isAsked(name));
      expect(now.length).toBe(200);
      for (const name of now) asked.add(name);
    }
    expect(asked.size).toBe(1000);
  });
});

import { describe, expect, it } from 'vitest';
import { UniqueNames } from '../../../src-main/engine/files/unique-names.ts';

describe('names of files in one folder', () => {
  it('differ also where the case of letters does not count', () => {
    const names = new UniqueNames();
    expect(['a_map', 'A_map', 'a_map'].map((stem) => names.take(stem, '.png'))).toEqual([
      'a_map.png',
      'A_map (2).png',
      'a_map (3).png',
    ]);
  });

  it('fit a file system, keep whole characters, and still differ', () => {
    const names = new UniqueNames();
    const taken = [1, 2, 3].map(() => names.take('部品🔩'.repeat(40), '.png'));
    expect(new Set(taken).size).toBe(3);
    for (const name of taken) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^(部品🔩)+(部|部品)?( \(\d\))?\.png$/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { roleOf } from '../../../../src-renderer/screens/signals/signals-session.ts';

describe('what a dropped file is for', () => {
  it('follows from the folder that it lies in, in both languages and on both kinds of systems', () => {
    for (const path of ['/data/good/a.csv', 'C:\\line 1\\OK\\a.csv', '/data/良品', '/data/正常/1.csv'])
      expect(roleOf(path), path).toBe('good');
  });

  it('is to be inspected where the folder says nothing', () => {
    for (const path of ['/data/monday/a.csv', '/good/monday/a.csv', 'C:\\goods\\a.csv'])
      expect(roleOf(path), path).toBe('inspected');
  });
});

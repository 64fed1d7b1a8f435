import { describe, expect, it } from 'vitest';
import { keyCaps } from '../../../src-renderer/app/key-caps.ts';

describe('shortcuts', () => {
  it('are shown as the keys of the computer at hand', () => {
    expect(keyCaps('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('mod+shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  });

  it('name keys that print nothing', () => {
    expect(keyCaps('ArrowLeft', false)).toEqual(['←']);
    expect(keyCaps('F1', false)).toEqual(['F1']);
  });
});

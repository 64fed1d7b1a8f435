import { describe, expect, test } from 'vitest';
import { screenAfterOpening } from '../../../src-renderer/app/screen-after-opening.ts';

type Summary = Parameters<typeof screenAfterOpening>[0];
const empty: Summary = { images: 0, models: [], runs: [] };
const taught = { ...empty, images: 8, models: [{}] } as Summary;
const inspected = { ...taught, runs: [{}] } as Summary;
const stayed = { before: '#/start', now: '#/start' };

describe('a project that has just been opened', () => {
  test('is gone on with where it was left', () => {
    expect(screenAfterOpening(empty, stayed)).toBe('images');
    expect(screenAfterOpening(taught, stayed)).toBe('learn');
    expect(screenAfterOpening(inspected, stayed)).toBe('inspect');
  });

  test('leaves who went to another screen meanwhile there', () => {
    expect(screenAfterOpening(inspected, { before: '#/start', now: '#/help' })).toBeNull();
    expect(screenAfterOpening(taught, { before: '#/start', now: '#/inspect' })).toBeNull();
  });

  test('is not shown on a screen that it has nothing for', () => {
    expect(screenAfterOpening(empty, { before: '#/start', now: '#/evaluate' })).toBe('images');
  });

  test('does not leave a part of the project before in sight', () => {
    expect(screenAfterOpening(inspected, { before: '#/inspect/3', now: '#/part/12' })).toBe('inspect');
    expect(screenAfterOpening(inspected, { before: '#/part/12', now: '#/part/12' })).toBe('inspect');
  });
});

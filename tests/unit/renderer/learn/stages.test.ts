import { expect, test } from 'vitest';
import { stageStates } from '../../../../src-renderer/screens/learn/progress/stages.ts';

test('stages before the current one are done, those after it wait', () => {
  expect(stageStates('sampling').map(({ state }) => state)).toEqual([
    'done',
    'done',
    'current',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ]);
});

test('all stages wait before the first has begun', () => {
  expect(new Set(stageStates(null).map(({ state }) => state))).toEqual(new Set(['waiting']));
});

import { describe, expect, it } from 'vitest';
import { describeProject } from '../../../src-main/cli/commands/info.ts';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';

const empty: Parameters<typeof describeProject>[0] = {
  path: '/parts/line 3.sparsight',
  name: 'line 3',
  createdAt: '2030-05-06T12:00:00.000Z',
  schemaVersion: 1,
  readOnly: true,
  images: 0,
  models: [],
  runs: [],
  jobs: [],
  versions: {},
};

describe('what info says', () => {
  it('names the command that comes next where there is nothing yet', () => {
    const text = describeProject(empty);
    expect(text).toContain('Project line 3\n  /parts/line 3.sparsight\n');
    expect(text).toContain('sparsight train');
    expect(text).toContain('sparsight inspect');
  });

  it('has a line for each model, inspection and job that failed', () => {
    const text = describeProject({
      ...empty,
      images: 1,
      models: [
        {
          id: 4,
          hash: '0123456789abcdef',
          name: '',
          parentId: null,
          inUse: true,
          createdAt: empty.createdAt,
          seed: 0,
          trainImages: 1,
          trainPatches: 500,
          trainSeconds: 1,
          limits: { review: 1.3, reject: 2 },
          recipe: defaultRecipe,
          studies: { images: null, detection: null },
        },
      ],
      runs: [
        {
          id: 9,
          followsClassifier: false,
          jobId: null,
          modelId: 4,
          title: '',
          limits: { review: 1.3, reject: 2 },
          state: 'interrupted',
          startedAt: empty.createdAt,
          seconds: null,
          counts: { total: 3, pass: 1, review: 0, reject: 2, unreadable: 5 },
        },
      ],
      jobs: [
        {
          id: 2,
          kind: 'train',
          state: 'failed',
          createdAt: empty.createdAt,
          startedAt: null,
          endedAt: null,
          done: 0,
          total: 0,
          error: { code: 'input.empty', message: 'There are no images in good.', next: '' },
          outcome: null,
        },
      ],
    });
    expect(text).toContain('1 image known');
    expect(text).toMatch(/^ {2}4 .* 1 good part; review from 1\.30, reject from 2\.00; hash 0123456789ab$/m);
    expect(text).toMatch(
      /^ {2}9 .* model 4; 3 parts: 1 pass, 0 review, 2 reject, 5 unreadable \(interrupted\)$/m,
    );
    expect(text).toMatch(/train failed: There are no images in good\.$/);
  });
});

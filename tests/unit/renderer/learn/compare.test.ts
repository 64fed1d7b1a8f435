import { describe, expect, test } from 'vitest';
import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import { recipeSchema } from '../../../../src-shared/domain/recipe.ts';
import { compareModels } from '../../../../src-renderer/screens/learn/models/compare.ts';

const model: ModelSummary = {
  id: 1,
  hash: 'a',
  name: '',
  parentId: null,
  inUse: true,
  createdAt: '2026-01-02T03:04:05.000Z',
  seed: 0,
  trainImages: 40,
  trainPatches: 20_000,
  trainSeconds: 12,
  limits: { review: 1.3, reject: 1.7 },
  recipe: recipeSchema.parse({}),
};

describe('two models', () => {
  test('that agree have no differences', () => {
    const { figures, settings, regionsDiffer } = compareModels(model, { ...model, id: 2, name: 'Other' });
    expect([...figures, ...settings].filter(({ differs }) => differs)).toEqual([]);
    expect(regionsDiffer).toBe(false);
  });

  test('differ in the figures, settings and places in which they differ, and in no others', () => {
    const other = {
      ...model,
      trainImages: 41,
      limits: { review: 1.3, reject: 2 },
      recipe: recipeSchema.parse({
        dictionary: { atoms: 64 },
        regions: { inspect: [{ kind: 'rectangle', x: 0, y: 0, width: 9, height: 9 }] },
      }),
    };
    const { figures, settings, regionsDiffer } = compareModels(model, other);
    expect(figures.filter(({ differs }) => differs).map(({ figure }) => figure)).toEqual([
      'trainImages',
      'reject',
    ]);
    expect(settings.filter(({ differs }) => differs).map(({ path }) => path)).toEqual(['dictionary.atoms']);
    expect(regionsDiffer).toBe(true);
  });
});

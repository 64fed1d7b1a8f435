import { describe, expect, test } from 'vitest';
import { defaultRecipe, recipeSchema } from '../../../../src-shared/domain/recipe.ts';
import { checkFields, fieldsOf, sameFields } from '../../../../src-renderer/screens/learn/recipe/fields.ts';
import { settingGroups, settingPaths } from '../../../../src-renderer/screens/learn/recipe/settings.ts';

const { regions } = defaultRecipe;
const fields = fieldsOf(defaultRecipe);

describe('the fields of a recipe', () => {
  test('make the recipe that they came from', () => {
    const recipe = recipeSchema.parse({
      workingScale: 0.5,
      alignment: 'off',
      patch: { size: 10, stride: 5 },
      decision: { falseRejectRate: 0.001, reviewRate: 0.01 },
      regions: { ignore: [{ kind: 'rectangle', x: 1, y: 2, width: 3, height: 4 }] },
    });
    expect(checkFields(fieldsOf(recipe), recipe.regions)).toEqual({ recipe, issues: {} });
  });

  test('are the whole recipe but its regions, each shown once', () => {
    const shown = settingGroups.flatMap(({ settings }) => settings.map(({ path }) => path));
    expect(shown.toSorted()).toEqual([...settingPaths].sort());
    const leaves = Object.entries(defaultRecipe).flatMap(([name, value]) =>
      name === 'regions'
        ? []
        : typeof value === 'object'
          ? Object.keys(value).map((key) => `${name}.${key}`)
          : [name],
    );
    expect(leaves.toSorted()).toEqual([...settingPaths].sort());
  });

  test('name the bound that a number breaks, at its field', () => {
    const { recipe, issues } = checkFields(
      { ...fields, 'patch.size': 3, 'dictionary.atoms': 2000, 'decision.reviewRate': 0.7 },
      regions,
    );
    expect(recipe).toBeNull();
    expect(issues).toEqual({
      'patch.size': { kind: 'at-least', bound: 4 },
      'dictionary.atoms': { kind: 'at-most', bound: 1024 },
      'decision.reviewRate': { kind: 'at-most', bound: 0.5 },
    });
  });

  test('ask for a value where there is none, and for a whole number where there is a fraction', () => {
    const { issues } = checkFields({ ...fields, 'patch.stride': '', 'patch.scales': 2.5 }, regions);
    expect(issues).toEqual({
      'patch.stride': { kind: 'missing', bound: null },
      'patch.scales': { kind: 'whole', bound: null },
    });
  });

  test('know the bounds of the working scale', () => {
    expect(checkFields({ ...fields, workingScale: 0.01 }, regions).issues).toEqual({
      workingScale: { kind: 'at-least', bound: 0.05 },
    });
    expect(checkFields({ ...fields, workingScale: 2 }, regions).issues).toEqual({
      workingScale: { kind: 'at-most', bound: 1 },
    });
  });

  test('say which settings do not go together', () => {
    const issue = { kind: 'together', bound: null };
    expect(checkFields({ ...fields, 'patch.size': 4, 'patch.stride': 6 }, regions).issues).toEqual({
      'patch.stride': issue,
    });
    expect(checkFields({ ...fields, 'decision.reviewRate': 0.01 }, regions).issues).toEqual({
      'decision.reviewRate': issue,
    });
  });

  test('are the same only when all of them are', () => {
    expect(sameFields(fields, { ...fields })).toBe(true);
    expect(sameFields(fields, { ...fields, alignment: 'on' })).toBe(false);
  });
});

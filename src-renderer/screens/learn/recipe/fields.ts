import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { recipeSchema } from '../../../../src-shared/domain/recipe.ts';
import type { SettingPath } from './settings.ts';
import { settingPaths } from './settings.ts';

/** What stands in the fields of the form: not yet a recipe, since a person may be half-way through a number. */
export type RecipeFields = Readonly<Record<SettingPath, string | number>>;

/** What is wrong with a field: which sentence says so, and the bound that it names. */
export interface FieldIssue {
  readonly kind: 'missing' | 'whole' | 'at-least' | 'at-most' | 'together';
  readonly bound: number | null;
}

export type FieldIssues = Readonly<Partial<Record<SettingPath, FieldIssue>>>;

export interface CheckedFields {
  /** Null while anything is wrong. */
  readonly recipe: Recipe | null;
  readonly issues: FieldIssues;
}

const isSettingPath = (path: string): path is SettingPath =>
  (settingPaths as readonly string[]).includes(path);

export function fieldsOf(recipe: Recipe): RecipeFields {
  const { patch, dictionary, coder, decision } = recipe;
  return {
    channels: recipe.channels,
    workingScale: recipe.workingScale,
    lighting: recipe.lighting,
    alignment: recipe.alignment,
    'patch.size': patch.size,
    'patch.stride': patch.stride,
    'patch.scales': patch.scales,
    'dictionary.method': dictionary.method,
    'dictionary.initialisation': dictionary.initialisation,
    'dictionary.atoms': dictionary.atoms,
    'dictionary.iterations': dictionary.iterations,
    'dictionary.patches': dictionary.patches,
    'coder.nonzeros': coder.nonzeros,
    'coder.errorTarget': coder.errorTarget,
    'decision.falseRejectRate': decision.falseRejectRate,
    'decision.reviewRate': decision.reviewRate,
  };
}

/** Checks the fields against the recipe's schema; the first thing wrong with each is named at the field. */
export function checkFields(fields: RecipeFields, regions: Recipe['regions']): CheckedFields {
  const checked = recipeSchema.safeParse({ regions, ...nested(fields) });
  if (checked.success) return { recipe: checked.data, issues: {} };
  const issues: Partial<Record<SettingPath, FieldIssue>> = {};
  for (const issue of checked.error.issues) {
    const path = issue.path.join('.');
    if (isSettingPath(path)) issues[path] ??= fieldIssue(issue, fields[path]);
  }
  return { recipe: null, issues };
}

export function sameFields(one: RecipeFields, other: RecipeFields): boolean {
  return settingPaths.every((path) => one[path] === other[path]);
}

function nested(fields: RecipeFields): Record<string, unknown> {
  const groups: Record<string, Record<string, unknown>> = {};
  const recipe: Record<string, unknown> = {};
  for (const path of settingPaths) {
    const [group = path, name] = path.split('.');
    if (name === undefined) recipe[group] = fields[path];
    else (groups[group] ??= {})[name] = fields[path];
  }
  return { ...recipe, ...groups };
}

/** The working scale is the one number whose schema is a union: its bounds are the union's, not an issue's. */
const workingScaleBounds = { min: 0.05, max: 1 };

type Issue = NonNullable<ReturnType<typeof recipeSchema.safeParse>['error']>['issues'][number];

function fieldIssue(issue: Issue, value: string | number): FieldIssue {
  if (issue.code === 'too_small') return { kind: 'at-least', bound: Number(issue.minimum) };
  if (issue.code === 'too_big') return { kind: 'at-most', bound: Number(issue.maximum) };
  if (issue.code === 'invalid_union' && typeof value === 'number') {
    return value < workingScaleBounds.min
      ? { kind: 'at-least', bound: workingScaleBounds.min }
      : { kind: 'at-most', bound: workingScaleBounds.max };
  }
  if (issue.code === 'custom') return { kind: 'together', bound: null };
  return { kind: typeof value === 'number' ? 'whole' : 'missing', bound: null };
}

import type { ModelSummary } from '../../../../src-shared/contract/models.ts';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { fieldsOf } from '../recipe/fields.ts';
import type { SettingPath } from '../recipe/settings.ts';
import { settingPaths } from '../recipe/settings.ts';

export const comparedFigures = [
  'createdAt',
  'trainImages',
  'trainSeconds',
  'trainPatches',
  'review',
  'reject',
  'seed',
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

export interface Comparison {
  readonly figures: readonly { figure: ComparedFigure; differs: boolean }[];
  readonly settings: readonly { path: SettingPath; differs: boolean }[];
  readonly regionsDiffer: boolean;
}

/** A figure of a model, as the text or number that it is kept as. */
export function figureOf(model: ModelSummary, figure: ComparedFigure): string | number {
  if (figure === 'review' || figure === 'reject') return model.limits[figure];
  return model[figure];
}

/** In what two models differ. */
export function compareModels(one: ModelSummary, other: ModelSummary): Comparison {
  const [fields, otherFields] = [fieldsOf(one.recipe), fieldsOf(other.recipe)];
  return {
    figures: comparedFigures.map((figure) => ({
      figure,
      differs: figureOf(one, figure) !== figureOf(other, figure),
    })),
    settings: settingPaths.map((path) => ({ path, differs: fields[path] !== otherFields[path] })),
    regionsDiffer: !sameRegions(one.recipe.regions, other.recipe.regions),
  };
}

function sameRegions(one: Recipe['regions'], other: Recipe['regions']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

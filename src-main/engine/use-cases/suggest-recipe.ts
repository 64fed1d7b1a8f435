import type { Size } from '../../../src-shared/domain/image.ts';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { commonSize } from '../../detection/learn/look-plan.ts';
import { scalesThatFit, workingSize } from '../../detection/working-image.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { savedDraft } from '../../storage/records/draft-recipe.ts';
import { goodImages } from '../../storage/records/image-queries.ts';
import { splitGoodParts } from './kept-for-testing.ts';

/** What suits the good images of a project. */
export interface Suggestion {
  readonly recipe: Recipe;
  /** To learn from. */
  readonly goodImages: number;
  /** Good images that a model is to be tested with, so it does not learn from them. */
  readonly keptForTesting: number;
  /** The size that most good images have; null when there are none. */
  readonly imageSize: Size | null;
  readonly workingSize: Size | null;
  /** Good images of another size. */
  readonly otherSizes: number;
}

/** The regions that somebody has drawn belong to the part, so they are kept. */
export function suggestRecipe(project: OpenProject): Suggestion {
  const regions = savedDraft(project)?.regions ?? defaultRecipe.regions;
  const { learn: sizes, kept } = splitGoodParts(
    goodImages(project).filter(({ problem }) => problem === null),
  );
  if (sizes.length === 0) {
    const recipe = { ...defaultRecipe, regions };
    return { recipe, goodImages: 0, keptForTesting: 0, imageSize: null, workingSize: null, otherSizes: 0 };
  }
  const imageSize = commonSize(sizes);
  const isCommon = ({ width, height }: Size) => width === imageSize.width && height === imageSize.height;
  const working = workingSize(imageSize, defaultRecipe);
  return {
    recipe: { ...defaultRecipe, regions, patch: patchFor(working) },
    goodImages: sizes.length,
    keptForTesting: kept.length,
    imageSize,
    workingSize: working,
    otherSizes: sizes.filter((size) => !isCommon(size)).length,
  };
}

/** The usual patches with as many scales as the picture has room for; smaller ones where it has no room for one. */
function patchFor(working: Size): Recipe['patch'] {
  const { patch } = defaultRecipe;
  const size = Math.max(4, Math.min(patch.size, working.width, working.height));
  const fitting = { ...patch, size, stride: Math.min(patch.stride, Math.ceil(size / 2)) };
  if (Math.min(working.width, working.height) < size) return fitting;
  return { ...fitting, scales: scalesThatFit(working, { ...defaultRecipe, patch: fitting }) };
}

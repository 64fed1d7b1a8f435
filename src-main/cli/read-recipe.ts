import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { recipeSchema } from '../../src-shared/domain/recipe.ts';
import type { Recipe } from '../../src-shared/domain/recipe.ts';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';

/** Reads a recipe from a JSON file; what the file leaves out takes its default. */
export async function readRecipe(path: string): Promise<Recipe> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new SparsightError(
      {
        code: 'recipe.invalid',
        message: `The recipe ${path} cannot be read.`,
        next: 'Check the path.',
        path,
      },
      { cause },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SparsightError(
      {
        code: 'recipe.invalid',
        message: `The recipe ${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
        next: 'Correct the file, or leave --recipe out to use the defaults.',
        path,
      },
      { cause },
    );
  }
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SparsightError({
    code: 'recipe.invalid',
    message: `The recipe ${path} cannot be used:\n${z.prettifyError(parsed.error)}`,
    next: 'Correct these settings, or leave them out to use the defaults.',
    path,
  });
}

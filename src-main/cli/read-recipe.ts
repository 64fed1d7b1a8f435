import { readFile } from 'node:fs/promises';
import { recipeSchema } from '../../src-shared/domain/recipe.ts';
import type { Recipe } from '../../src-shared/domain/recipe.ts';
import { describeIssues } from '../../src-shared/errors/describe-issues.ts';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';

/**
 * Reads a recipe from a JSON file; what the file leaves out takes its default.
 *
 * @throws SparsightError 'recipe.invalid'
 */
export async function readRecipe(path: string): Promise<Recipe> {
  const value = parseJson(path, await readText(path));
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = describeIssues(parsed.error.issues, value);
  throw new SparsightError({
    code: 'recipe.invalid',
    message: [`The recipe ${path} cannot be used.`, ...problems.map((problem) => `  ${problem}`)].join('\n'),
    next: 'Correct these settings, or leave them out to use the defaults.',
    path,
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
};

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new SparsightError(
      {
        code: 'recipe.invalid',
        message: `The recipe ${path} cannot be read: ${reasons[code] ?? `the system says ${code}`}.`,
        next: 'Check the path, or leave --recipe out to use the defaults.',
        path,
      },
      { cause },
    );
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    // Editors on Windows put a byte order mark first.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SparsightError(
      {
        code: 'recipe.invalid',
        message: `The recipe ${path} is not JSON: ${reason}.`,
        next: 'Correct the file, or leave --recipe out to use the defaults.',
        path,
      },
      { cause },
    );
  }
}

import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { ImageFacts } from '../workers/worker.ts';
import { eachItem } from './each-item.ts';
import type { Environment } from './environment.ts';
import { refuseTooSmall } from './too-small.ts';

/** With fewer good parts than this, what is normal is a guess. */
const advisedParts = 5;

/** Reads every file once; what cannot be used is named and left out. */
export async function surveyParts(
  environment: Environment,
  paths: readonly string[],
  recipe: Recipe,
): Promise<{ facts: ImageFacts[]; skipped: number }> {
  const { pool, job } = environment;
  const facts: ImageFacts[] = [];
  const known = new Map<string, string>();
  let skipped = 0;
  const survey = async (path: string) => {
    const surveyed = await pool.run('survey', { path }, job.signal);
    refuseTooSmall(surveyed, recipe);
    return surveyed;
  };
  for await (const outcome of eachItem(environment, 'scanning', paths, survey)) {
    if ('error' in outcome) {
      skipped++;
      job.warn(outcome.error);
      continue;
    }
    const { value } = outcome;
    const twin = known.get(value.sha256);
    if (twin !== undefined) {
      skipped++;
      job.warn({
        code: 'image.duplicate',
        message: `${value.path} is the same picture as ${twin} and is learnt from once.`,
        next: 'Remove one of the two if that was not intended.',
        path: value.path,
      });
      continue;
    }
    known.set(value.sha256, value.path);
    facts.push(value);
  }
  if (facts.length === 0) {
    throw new SparsightError({
      code: 'input.too-few',
      message: 'None of the images can be learnt from.',
      next: 'Give at least five readable pictures of good parts; see the warnings for what is wrong with these.',
    });
  }
  if (facts.length < advisedParts) {
    job.warn({
      code: 'input.too-few',
      message: `Only ${facts.length} good ${facts.length === 1 ? 'part' : 'parts'}: what is normal is a guess.`,
      next: `Give at least ${advisedParts}, better 20 or more.`,
    });
  }
  return { facts, skipped };
}

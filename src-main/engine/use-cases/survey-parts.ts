import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { GoodPart } from '../workers/worker.ts';
import { eachItem } from './each-item.ts';
import type { Environment } from './environment.ts';
import { refuseTooSmall } from './too-small.ts';

/** With fewer good parts than this, what is normal is a guess. */
const advisedParts = 5;

/**
 * Working images that are kept while learning goes on, together: a few dozen parts of a quarter megapixel. Parts beyond
 * are read again each time they are needed.
 */
const keptBytes = 32 * 2 ** 20;

/** Reads every file once; what cannot be used is named and left out. */
export async function surveyParts(
  environment: Environment,
  paths: readonly string[],
  recipe: Recipe,
): Promise<{ parts: GoodPart[]; skipped: number }> {
  const { pool, job } = environment;
  const parts: GoodPart[] = [];
  const known = new Map<string, string>();
  let skipped = 0;
  const survey = async (path: string) => {
    const request = { path, recipe, keptBytes: keptBytes / paths.length };
    const surveyed = await pool.run('survey', request, job.signal);
    refuseTooSmall(surveyed.facts, recipe);
    return surveyed;
  };
  for await (const outcome of eachItem(environment, 'scanning', paths, survey)) {
    if ('error' in outcome) {
      skipped++;
      job.warn(outcome.error);
      continue;
    }
    const { path, sha256 } = outcome.value.facts;
    const twin = known.get(sha256);
    if (twin !== undefined) {
      skipped++;
      job.warn(reasonedError('image.duplicate', 'parts.duplicate', { path, twin }, { path }).details());
      continue;
    }
    known.set(sha256, path);
    parts.push(outcome.value);
  }
  if (parts.length === 0) {
    throw reasonedError('input.too-few', 'parts.none-usable', {});
  }
  if (parts.length < advisedParts) {
    const told = { parts: parts.length, advised: advisedParts };
    job.warn(reasonedError('input.too-few', parts.length === 1 ? 'parts.one' : 'parts.few', told).details());
  }
  return { parts, skipped };
}

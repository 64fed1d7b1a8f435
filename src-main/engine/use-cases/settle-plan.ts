import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { shouldAlign } from '../../detection/learn/alignment.ts';
import { commonSize, planLook } from '../../detection/learn/look-plan.ts';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { shared } from '../workers/share.ts';
import type { ImageFacts } from '../workers/worker.ts';
import { eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';

/** Good parts that are asked whether parts lie alike. */
const alignmentSample = 12;

/** Settles size, scales and whether parts are moved onto a reference part. */
export async function settlePlan(
  environment: Environment,
  facts: readonly ImageFacts[],
  recipe: Recipe,
): Promise<LookPlan> {
  const { pool, job } = environment;
  const size = commonSize(facts);
  const odd = facts.filter(({ width, height }) => width !== size.width || height !== size.height);
  if (odd.length > 0) {
    job.warn({
      code: 'image.mixed-sizes',
      message: `${odd.length} of ${facts.length} good parts are not ${size.width} x ${size.height} pixels and are brought to that size.`,
      next: 'Photograph all parts the same way, or learn a model for each size.',
      path: odd[0]?.path,
    });
  }
  const plan = planLook(size, recipe);
  if (recipe.alignment === 'off' || facts.length === 1) return plan;
  const alike = facts.filter(({ width, height }) => width === size.width && height === size.height);
  const [first, ...rest] = alike;
  if (first === undefined) return plan;
  const reference = await pool.run('working', { path: first.path, plan }, job.signal);
  const image = { ...reference, data: shared(reference.data) };
  const asked = evenlySpread(rest, alignmentSample);
  const agreements = await eachItemOrFail(environment, 'aligning', asked, ({ path }) =>
    pool.run('register', { path, plan, reference: image }, job.signal),
  );
  return shouldAlign(recipe.alignment, agreements) ? { ...plan, referenceImage: image } : plan;
}

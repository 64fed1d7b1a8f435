import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { mostTurnOf, shouldAlign } from '../../detection/learn/alignment.ts';
import { commonSize, planLook } from '../../detection/learn/look-plan.ts';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { shared } from '../workers/share.ts';
import type { GoodPart } from '../workers/worker.ts';
import { eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';

/** Good parts that are asked whether parts lie alike. */
const alignmentSample = 12;

/** As the recipe says, or as most good parts show. */
function looksAtColour({ channels }: Recipe, parts: readonly GoodPart[]): boolean {
  if (channels !== 'auto') return channels === 'colour';
  return parts.filter(({ colourful }) => colourful).length > parts.length / 2;
}

/** Settles size, scales, colour and whether parts are moved onto a reference part. */
export async function settlePlan(
  environment: Environment,
  parts: readonly GoodPart[],
  recipe: Recipe,
): Promise<LookPlan> {
  const { pool, job } = environment;
  const size = commonSize(parts.map(({ facts }) => facts));
  const isAlike = ({ facts }: GoodPart) => facts.width === size.width && facts.height === size.height;
  const odd = parts.filter((part) => !isAlike(part));
  if (odd.length > 0) {
    const told = { odd: odd.length, parts: parts.length, ...size };
    const path = odd[0]?.facts.path;
    job.warn(reasonedError('image.mixed-sizes', 'parts.mixed-sizes', told, { path }).details());
  }
  const plan = planLook(size, recipe, looksAtColour(recipe, parts));
  if (recipe.alignment === 'off' || parts.length === 1) return plan;
  const [first, ...rest] = parts.filter(isAlike);
  if (first === undefined) return plan;
  const reference = await pool.run('working', { part: first, plan }, job.signal);
  const image = { ...reference, data: shared(reference.data) };
  const asked = evenlySpread(rest, alignmentSample);
  const agreements = await eachItemOrFail(environment, 'aligning', asked, (part) =>
    pool.run('register', { part, plan, reference: image }, job.signal),
  );
  if (!shouldAlign(recipe.alignment, agreements)) return plan;
  return { ...plan, referenceImage: { ...image, mostTurn: mostTurnOf(agreements) } };
}

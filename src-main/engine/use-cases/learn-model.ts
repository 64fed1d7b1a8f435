import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { shouldAlign } from '../../detection/learn/alignment.ts';
import { commonSize, evenlySpread, planLook, referenceLimit } from '../../detection/learn/look-plan.ts';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import type { CellGrid } from '../../detection/look/cells.ts';
import type { DetectionModel, ScaleDictionary } from '../../detection/model.ts';
import { inspectedCells } from '../../detection/normal/inspected-cells.ts';
import { collectReferences } from '../../detection/normal/reference-parts.ts';
import type { ReferenceParts } from '../../detection/normal/reference-parts.ts';
import { shared } from '../workers/share.ts';
import type { ImageFacts, MeasuredPart } from '../workers/worker.ts';
import { eachItem, eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';

export interface LearntModel {
  readonly model: DetectionModel;
  /** The good parts that were learnt from, each with its score under a comparison that had not seen it. */
  readonly parts: { facts: ImageFacts; heldOutScore: number | null }[];
  readonly skipped: number;
  readonly patches: number;
}

/** With fewer good parts than this, what is normal is a guess. */
const advisedParts = 5;
/** Good parts beyond the reference parts that calibration looks at. */
const mostCalibrationParts = 100;
/** Good parts that are asked whether parts lie alike. */
const alignmentSample = 12;

/** Learns a model from good parts. Nothing is stored. */
export async function learnModel(
  environment: Environment,
  paths: readonly string[],
  recipe: Recipe,
  seed: number,
): Promise<LearntModel> {
  const { pool, job } = environment;
  const { facts, skipped } = await surveyParts(environment, paths);
  const plan = await settlePlan(environment, facts, recipe);
  const { scales, patches } = await learnDictionaries(environment, facts, plan, seed);
  const key = `${job.jobId}`;
  const sharedScales = scales.map(shareScale);

  const measureParts = (indices: readonly number[]) =>
    eachItemOrFail(environment, 'calibrating', indices, (i) =>
      pool.run('measurePart', { key, path: facts[i]!.path, plan, scales: sharedScales }, job.signal),
    );
  const chosen = evenlySpread(facts.length, referenceLimit(plan));
  const measured = withStandIns(await measureParts(chosen));
  const cells = measured[0]!.cells;
  const references = shareReferences(
    collectReferences(
      cells,
      measured.map(({ channels }) => channels),
    ),
  );

  const others = facts.map((_, i) => i).filter((i) => !chosen.includes(i));
  const extra = evenlySpread(others.length, mostCalibrationParts).map((i) => others[i]!);
  const distances: Float32Array[] = [];
  const compare = (part: MeasuredPart, excluded: number) =>
    pool.run('compare', { key, references, part, excluded }, job.signal);
  for await (const outcome of eachItem(environment, 'scoring', measured, compare)) {
    if ('error' in outcome) throw new SparsightError(outcome.error);
    distances.push(outcome.value);
  }
  for (const index of extra) {
    const [part] = await measureParts([index]);
    distances.push(await compare(part!, -1));
  }
  const inspected = inspectedCells(cells, plan);
  const { calibration, partScores } = await pool.run(
    'calibrateParts',
    { cells, distances, inspected },
    job.signal,
  );

  const scoreOf = new Map([...chosen, ...extra].map((part, i) => [part, partScores[scoreIndex(i)]!]));
  function scoreIndex(i: number): number {
    return i < chosen.length ? i : measured.length + i - chosen.length;
  }
  const { falseRejectRate, reviewRate } = recipe.decision;
  return {
    model: {
      recipe,
      imageSize: plan.imageSize,
      workingSize: plan.workingSize,
      referenceImage: plan.referenceImage,
      scales,
      references,
      inspected,
      calibration,
      limits: { review: -Math.log10(reviewRate), reject: -Math.log10(falseRejectRate) },
    },
    parts: facts.map((fact, i) => ({ facts: fact, heldOutScore: scoreOf.get(i) ?? null })),
    skipped,
    patches,
  };
}

/** Reads every file once; what cannot be used is named and left out. */
async function surveyParts(environment: Environment, paths: readonly string[]) {
  const { pool, job } = environment;
  const facts: ImageFacts[] = [];
  const known = new Map<string, string>();
  let skipped = 0;
  const survey = (path: string) => pool.run('survey', { path }, job.signal);
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

/** Settles size, scales and whether parts are moved onto a reference part. */
async function settlePlan(
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
      path: odd[0]!.path,
    });
  }
  const plan = planLook(size, recipe);
  if (recipe.alignment === 'off' || facts.length === 1) return plan;
  const alike = facts.filter(({ width, height }) => width === size.width && height === size.height);
  const first = alike[0]!;
  const reference = await pool.run('working', { path: first.path, plan }, job.signal);
  const image = { ...reference, data: shared(reference.data) };
  const asked = evenlySpread(alike.length - 1, alignmentSample).map((i) => alike[i + 1]!);
  const agreements = await eachItemOrFail(environment, 'aligning', asked, ({ path }) =>
    pool.run('register', { path, plan, reference: image }, job.signal),
  );
  return shouldAlign(recipe.alignment, agreements) ? { ...plan, referenceImage: image } : plan;
}

async function learnDictionaries(
  environment: Environment,
  facts: readonly ImageFacts[],
  plan: LookPlan,
  seed: number,
): Promise<{ scales: ScaleDictionary[]; patches: number }> {
  const { pool, job } = environment;
  // More parts than patches: then some parts give none, evenly spread.
  const wanted = plan.recipe.dictionary.patches;
  const sampled = evenlySpread(facts.length, wanted);
  const perScale = Math.ceil(wanted / sampled.length);
  const samples = await eachItemOrFail(environment, 'sampling', sampled, (part) =>
    pool.run('sample', { path: facts[part]!.path, plan, part, perScale, seed }, job.signal),
  );
  const dimension = plan.recipe.patch.size ** 2;
  let patches = 0;
  const scaleNumbers = Array.from({ length: plan.scales }, (_, scale) => scale);
  const scales = await eachItemOrFail(environment, 'learning', scaleNumbers, (scale) => {
    const together = concatenate(samples.map((sample) => sample[scale]!));
    const count = together.length / dimension;
    patches += count;
    return pool.run('learn', { plan, patches: together, count, seed }, job.signal);
  });
  return { scales, patches };
}

function concatenate(arrays: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let offset = 0;
  for (const array of arrays) {
    all.set(array, offset);
    offset += array.length;
  }
  return all;
}

/** Held-out comparison needs other parts: with fewer than three, displaced copies stand in for them. */
function withStandIns(parts: MeasuredPart[]): MeasuredPart[] {
  if (parts.length > 2) return parts;
  const standIns = parts.flatMap((part) => [displaced(part, 2), displaced(part, -2)]);
  return [...parts, ...standIns];
}

/** The measurements a few cells further to the right, repeating the border. */
function displaced({ cells, channels, unseen }: MeasuredPart, by: number): MeasuredPart {
  const from = (cell: number) => {
    const column = cell % cells.columns;
    return cell - column + Math.min(cells.columns - 1, Math.max(0, column - by));
  };
  return {
    cells: cells satisfies CellGrid,
    channels: channels.map((channel) => channel.map((_, cell) => channel[from(cell)]!)),
    unseen,
  };
}

function shareScale(scale: ScaleDictionary): ScaleDictionary {
  return {
    ...scale,
    atoms: shared(scale.atoms),
    usage: shared(scale.usage),
    magnitude: shared(scale.magnitude),
  };
}

function shareReferences(references: ReferenceParts): ReferenceParts {
  return {
    ...references,
    variance: shared(references.variance),
    steps: shared(references.steps),
    values: shared(references.values),
  };
}

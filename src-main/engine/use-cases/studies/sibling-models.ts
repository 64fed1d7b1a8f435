import { randomUUID } from 'node:crypto';
import type { LookPlan } from '../../../detection/learn/look-plan.ts';
import { structureScale } from '../../../detection/look/structure.ts';
import type { StructureBasis } from '../../../detection/look/structure.ts';
import type { DetectionModel } from '../../../detection/model.ts';
import { trainingImages } from '../../../storage/records/models.ts';
import type { LoadedModel } from '../../store/model-store.ts';
import type { GoodPart, SharedModel } from '../../workers/worker.ts';
import { eachItemOrFail } from '../each-item.ts';
import type { Environment } from '../environment.ts';
import { evenlySpread } from '../evenly-spread.ts';
import type { LearntDictionaries } from '../learn-dictionaries.ts';
import { learnNormal } from '../learn-normal.ts';
import { imagePaths } from '../project-parts.ts';
import { surveyParts } from '../survey-parts.ts';

/** The good parts of a model as they are now; what is gone or cannot be read is warned of and left out. */
export async function goodPartsOf(
  environment: Environment,
  { record, model }: LoadedModel,
): Promise<GoodPart[]> {
  const { project, job } = environment;
  const ids = trainingImages(project, record.id).map(({ image }) => image.id);
  const { parts } = await surveyParts(environment, imagePaths(project, job, ids), model.recipe);
  return parts;
}

/** Makes models that differ from one of the project by the good parts that they know. */
export class SiblingModels {
  readonly #environment: Environment;
  readonly #model: DetectionModel;
  readonly #plan: LookPlan;
  readonly #dictionaries: LearntDictionaries;
  readonly #seed: number;

  private constructor(
    environment: Environment,
    model: DetectionModel,
    plan: LookPlan,
    basis: StructureBasis,
    seed: number,
  ) {
    this.#environment = environment;
    this.#model = model;
    this.#plan = plan;
    this.#dictionaries = { scales: model.scales, basis, patches: 0 };
    this.#seed = seed;
  }

  static async of(
    environment: Environment,
    { model }: SharedModel,
    parts: readonly GoodPart[],
    seed: number,
  ): Promise<SiblingModels> {
    const plan = { ...model, scales: model.scales.length, colour: model.tints !== null };
    const basis = model.structure?.basis ?? (await learnBasis(environment, parts, plan, seed));
    return new SiblingModels(environment, model, plan, basis, seed);
  }

  /** What the model would be, had it been learnt with its dictionaries from these parts alone. */
  async knowing(parts: readonly GoodPart[]): Promise<SharedModel> {
    const normal = await learnNormal(this.#environment, parts, this.#plan, this.#dictionaries, this.#seed);
    return { key: randomUUID(), model: { ...this.#model, ...normal } };
  }
}

/** Parts and patches of each that are enough to learn what structure is told in. */
const basisParts = 40;
const basisPatches = 8000;

/** A model for which structure tells nothing does not keep what it would be told in. */
async function learnBasis(
  environment: Environment,
  parts: readonly GoodPart[],
  plan: LookPlan,
  seed: number,
): Promise<StructureBasis> {
  const { pool, job } = environment;
  const asked = evenlySpread(parts, basisParts);
  const perScale = Math.ceil(basisPatches / asked.length);
  const samples = await eachItemOrFail(environment, 'sampling', asked, (part, index) =>
    pool.run('sample', { part, plan, index, perScale, seed }, job.signal),
  );
  const own = samples.map((scales) => scales[structureScale(plan.scales)] ?? new Float32Array());
  const patches = new Float32Array(own.reduce((sum, { length }) => sum + length, 0));
  own.reduce((offset, values) => {
    patches.set(values, offset);
    return offset + values.length;
  }, 0);
  return pool.run('learnShapes', { patches, dimension: plan.recipe.patch.size ** 2 }, job.signal);
}

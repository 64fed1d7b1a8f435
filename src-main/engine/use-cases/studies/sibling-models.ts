import { randomUUID } from 'node:crypto';
import type { LookPlan } from '../../../detection/learn/look-plan.ts';
import type { DetectionModel } from '../../../detection/model.ts';
import { trainingImages } from '../../../storage/records/models.ts';
import type { LoadedModel } from '../../store/model-store.ts';
import type { GoodPart, SharedModel } from '../../workers/worker.ts';
import type { Environment } from '../environment.ts';
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

  constructor(environment: Environment, { model }: SharedModel, seed: number) {
    this.#environment = environment;
    this.#model = model;
    this.#plan = { ...model, scales: model.scales.length, colour: model.tints !== null };
    this.#dictionaries = { scales: model.scales, basis: model.basis, patches: 0 };
    this.#seed = seed;
  }

  /** What the model would be, had it been learnt with its dictionaries from these parts alone. */
  async knowing(parts: readonly GoodPart[]): Promise<SharedModel> {
    const normal = await learnNormal(this.#environment, parts, this.#plan, this.#dictionaries, this.#seed);
    return { key: randomUUID(), model: { ...this.#model, ...normal } };
  }
}

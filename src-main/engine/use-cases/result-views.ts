import { basename } from 'node:path';
import type { Plane } from '../../../src-shared/domain/image.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { Box, Place, PlaceExplanation } from '../../detection/explain/explain-place.ts';
import type { NearestCell } from '../../detection/normal/reference-parts.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { trainingImages } from '../../storage/records/models.ts';
import { getResult } from '../../storage/records/results.ts';
import type { ResultRecord } from '../../storage/records/results.ts';
import { getRun } from '../../storage/records/runs.ts';
import { Recent } from '../recent.ts';
import { loadModel } from '../store/model-store.ts';
import type { LoadedModel } from '../store/model-store.ts';
import type { WorkerPool } from '../workers/pool.ts';

/** Nobody waits for the end of a view that is asked for: it takes a moment. */
const never = new AbortController().signal;

export interface ExplainedResult {
  readonly found: Omit<PlaceExplanation, 'nearest'>;
  /** The good part that is most alike there; null when its file is gone or another now. */
  readonly nearest: { imageId: number; name: string; box: Box; patch: Plane } | null;
}

/** Looks at inspected parts again, for what is not stored of them. */
export class ResultViews {
  readonly #pool: WorkerPool;
  /** A model takes long to read, and one looks at part after part of one run. */
  readonly #models = new Recent<LoadedModel>(1);
  /** The part, the expected part and the difference are asked for one after another. */
  readonly #views = new Recent<Promise<{ part: Plane; expected: Plane }>>(4);

  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** @throws SparsightError result.missing, image.missing, image.changed */
  look(project: OpenProject, resultId: number): Promise<{ part: Plane; expected: Plane }> {
    const result = getResult(project, resultId);
    const key = `${project.path} ${resultId} ${result.sha256}`;
    const view = this.#views.get(key, async () => {
      const { key: modelKey, model } = this.#model(project, result);
      const path = resolveImagePath(project, result);
      const { facts, ...planes } = await this.#pool.run('viewPart', { key: modelKey, model, path }, never);
      refuseChanged(result, facts);
      return planes;
    });
    // What failed may succeed once the file is back.
    view.catch(() => this.#views.forget(key));
    return view;
  }

  /** @throws SparsightError as `look` */
  async explain(project: OpenProject, resultId: number, place: Place): Promise<ExplainedResult> {
    const result = getResult(project, resultId);
    const loaded = this.#model(project, result);
    const { key, model } = loaded;
    const path = resolveImagePath(project, result);
    const { facts, explanation } = await this.#pool.run('explainPart', { key, model, path, place }, never);
    refuseChanged(result, facts);
    const { nearest, ...found } = explanation;
    return { found, nearest: await this.#cutOut(project, loaded, nearest) };
  }

  async #cutOut(
    project: OpenProject,
    { key, model, record }: LoadedModel,
    nearest: NearestCell,
  ): Promise<ExplainedResult['nearest']> {
    const sha256 = model.sources[nearest.part];
    const source = trainingImages(project, record.id).find(({ learntSha256 }) => learntSha256 === sha256);
    if (source === undefined) return null;
    const { id: imageId, name } = source.image;
    try {
      const path = resolveImagePath(project, source.image);
      const request = { key, model, path, cell: nearest.cell };
      const { facts, ...patch } = await this.#pool.run('cutOutPart', request, never);
      return facts.sha256 === sha256 ? { imageId, name, ...patch } : null;
    } catch (thrown) {
      if (thrown instanceof SparsightError && thrown.code.startsWith('image.')) return null;
      throw thrown;
    }
  }

  #model(project: OpenProject, { runId }: ResultRecord): LoadedModel {
    const { modelId, limits } = getRun(project, runId);
    const key = `${project.path} ${modelId} ${limits.review} ${limits.reject}`;
    return this.#models.get(key, () => loadModel(project, modelId, limits));
  }
}

function refuseChanged({ name, sha256 }: ResultRecord, facts: { path: string; sha256: string }): void {
  if (facts.sha256 === sha256) return;
  throw reasonedError(
    'image.changed',
    'image.not-as-inspected',
    { file: basename(name) },
    { path: facts.path },
  );
}

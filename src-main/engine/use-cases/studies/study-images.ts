import { randomUUID } from 'node:crypto';
import type { StudyImagesOutcome } from '../../../../src-shared/contract/outcomes.ts';
import type { StudyImagesRequest } from '../../../../src-shared/contract/requests.ts';
import { reasonedError } from '../../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../../src-shared/errors/sparsight-error.ts';
import { curveCounts, learningCurve } from '../../../detection/study/learning-curve.ts';
import type { HeldOutEvidence } from '../../../detection/study/learning-curve.ts';
import type { DetectionModel } from '../../../detection/model.ts';
import { createRandom } from '../../../numerics/random/generator.ts';
import { shuffle } from '../../../numerics/random/shuffle.ts';
import { trainingImages } from '../../../storage/records/models.ts';
import { putImagesStudy } from '../../../storage/records/studies.ts';
import { loadModel } from '../../store/model-store.ts';
import type { LoadedModel } from '../../store/model-store.ts';
import type { GoodPart } from '../../workers/worker.ts';
import { eachItemOrFail } from '../each-item.ts';
import type { Environment } from '../environment.ts';
import { continued, quiet } from './quiet-stages.ts';
import { goodPartsOf, SiblingModels } from './sibling-models.ts';

/** Good parts that are looked at with every model of the curve. */
const mostHeldOut = 24;
/** Few parts differ much by which of them are held out: then more is drawn. */
const fewParts = 40;

/**
 * Finds out whether a model's good images are enough: it is learnt from fewer of them, with the same dictionaries, and
 * looks at good parts that none of these models has seen.
 */
export async function studyImages(
  environment: Environment,
  request: StudyImagesRequest,
): Promise<StudyImagesOutcome> {
  const { project, job, pool, now } = environment;
  const { seed } = request;
  const start = performance.now();
  const loaded = loadModel(project, request.modelId);
  const parts = await goodPartsOf(environment, loaded);
  const usual = withoutSuspicious(environment, loaded, parts);
  const counts = curveCounts(usual.length);
  if (counts.length < 2) throw tooFew(parts.length);
  const siblings = new SiblingModels(quiet(environment), loaded, seed);
  const rounds = usual.length > fewParts ? 2 : 3;
  const unseenCount = Math.min(mostHeldOut, usual.length - Math.max(...counts));
  const total = rounds * counts.reduce((sum, count) => sum + count + unseenCount, 0);
  const measured: HeldOutEvidence[] = [];
  let done = 0;
  job.progress('studying', 0, total);
  for (let round = 0; round < rounds; round++) {
    const order = shuffle(createRandom(seed, `study/order/${round}`), [...usual]);
    const unseen = order.slice(Math.max(...counts)).slice(0, unseenCount);
    for (const images of counts) {
      const { model } = await siblings.knowing(order.slice(0, images));
      job.progress('studying', (done += images), total);
      const evidence = await evidenceUnder(model, unseen, done);
      done += unseen.length;
      // With very few parts it may not yet show that structure follows the place: then another thing was measured.
      const isAlike = (model.structure === null) === (loaded.model.structure === null);
      if (isAlike) measured.push({ images, evidence });
    }
  }
  if (new Set(measured.map(({ images }) => images)).size < 2) throw tooFew(parts.length);
  const study = {
    ...learningCurve(measured, parts.length, loaded.model.limits.reject),
    seed,
    seconds: (performance.now() - start) / 1000,
  };
  const { id, hash } = loaded.record;
  putImagesStudy(project, id, study, now());
  return { model: { id, hash }, study };

  /** On the scale of the whole model, whatever few images say themselves of what is rare. */
  function evidenceUnder(
    sibling: DetectionModel,
    unseen: readonly GoodPart[],
    before: number,
  ): Promise<number[]> {
    const model = { ...sibling, calibration: loaded.model.calibration };
    const key = randomUUID();
    return eachItemOrFail(continued(environment, before, total), 'studying', unseen, ({ facts }) =>
      pool.run('goodEvidence', { key, model, path: facts.path }, job.signal),
    );
  }
}

/** One odd part among the unseen would rule the whole curve. */
function withoutSuspicious(
  { project }: Environment,
  { record }: LoadedModel,
  parts: readonly GoodPart[],
): GoodPart[] {
  const odd = trainingImages(project, record.id).filter(({ suspicious }) => suspicious);
  const hashes = new Set(odd.map(({ learntSha256 }) => learntSha256));
  return parts.filter(({ facts }) => !hashes.has(facts.sha256));
}

function tooFew(count: number): SparsightError {
  return reasonedError('input.too-few', 'parts.few-for-study', { images: count });
}

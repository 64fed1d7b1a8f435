import type { StudyDetectionOutcome } from '../../../../src-shared/contract/outcomes.ts';
import type { StudyDetectionRequest } from '../../../../src-shared/contract/requests.ts';
import type { ContrastName, DefectKind, DetectionStudy, Pod } from '../../../../src-shared/domain/study.ts';
import { contrasts } from '../../../detection/study/place-defect.ts';
import { spreadSizes, tellingSizes, triedSizes } from '../../../detection/study/trial-sizes.ts';
import type { SizeRange } from '../../../detection/study/trial-sizes.ts';
import { createRandom } from '../../../numerics/random/generator.ts';
import { putDetectionStudy } from '../../../storage/records/studies.ts';
import { loadModel } from '../../store/model-store.ts';
import type { GoodPart, SharedModel } from '../../workers/worker.ts';
import { eachItemOrFail } from '../each-item.ts';
import type { Environment } from '../environment.ts';
import { evenlySpread } from '../evenly-spread.ts';
import { continued } from './quiet-stages.ts';
import { goodPartsOf, SiblingModels } from './sibling-models.ts';

/** Good parts that defects are put into, and how many parts the rest must at least be. */
const mostHeldOut = 12;
const leastOthers = 6;
/** Of the trials of a curve, those that find out where it rises; the others are made there. */
const firstShare = 0.4;

/** Finds out what a model can see: defects of all sizes are put into good parts that it has not learnt from. */
export async function studyDetection(
  environment: Environment,
  request: StudyDetectionRequest,
): Promise<StudyDetectionOutcome> {
  const { project, now } = environment;
  const start = performance.now();
  const loaded = loadModel(project, request.modelId);
  const parts = await goodPartsOf(environment, loaded);
  const { asked, model, heldOut } = await modelThatKnowsNone(environment, loaded, parts, request.seed);
  const study = await tryAll(environment, { ...request, asked, model });
  const complete = { ...study, heldOut, seconds: (performance.now() - start) / 1000 };
  const { id, hash } = loaded.record;
  putDetectionStudy(project, id, complete, now());
  return { model: { id, hash }, study: complete };
}

/** Parts to put defects into, and the model as it would be without them; with very few parts, as it is. */
async function modelThatKnowsNone(
  environment: Environment,
  loaded: SharedModel,
  parts: readonly GoodPart[],
  seed: number,
): Promise<{ asked: GoodPart[]; model: SharedModel; heldOut: boolean }> {
  const count = Math.min(mostHeldOut, Math.floor(parts.length / 4), parts.length - leastOthers);
  if (count < 1) return { asked: [...parts], model: loaded, heldOut: false };
  const asked = evenlySpread(parts, count);
  const known = parts.filter((part) => !asked.includes(part));
  const siblings = new SiblingModels(environment, loaded, seed);
  return { asked, model: await siblings.knowing(known), heldOut: true };
}

interface Trials extends StudyDetectionRequest {
  readonly asked: readonly GoodPart[];
  readonly model: SharedModel;
}

type Curve = Pick<Pod, 'kind' | 'contrast' | 'tried'> & { readonly range: SizeRange; readonly seed: number };

async function tryAll(
  environment: Environment,
  { asked, model, kinds, trials, seed, millimetresPerPixel }: Trials,
): Promise<Omit<DetectionStudy, 'heldOut' | 'seconds'>> {
  const { pool, job } = environment;
  const curves = kinds.flatMap((kind) =>
    contrastsOf(kind).map((contrast): Curve => {
      const random = createRandom(seed, `study/${kind}/${contrast ?? ''}`);
      return { kind, contrast, tried: [], range: rangeOf(model), seed: random.uint32() };
    }),
  );
  const first = Math.round(firstShare * trials);
  const total = asked.length + curves.length * trials;

  const clean = await eachItemOrFail(continued(environment, 0, total), 'studying', asked, ({ facts }) =>
    pool.run('tryDefect', { ...model, path: facts.path, defect: null }, job.signal),
  );
  // What is rejected as it is says nothing of a defect that is put into it.
  const passing = asked.filter((_, i) => clean[i]?.hit === false);
  const parts = passing.length > 0 ? passing : asked;

  const coarse = await tryCurves(curves, first, asked.length, 'first');
  const aimed = coarse.map((curve) => ({ ...curve, range: tellingSizes(curve.range, curve.tried) }));
  const complete = await tryCurves(aimed, trials - first, asked.length + curves.length * first, 'second');
  const pods = await eachItemOrFail(
    continued(environment, total, total),
    'studying',
    complete,
    ({ kind, contrast, tried }) => pool.run('drawPod', { kind, contrast, tried }, job.signal),
  );
  return {
    parts: parts.length,
    limit: model.model.limits.reject,
    ...rangeOf(model),
    millimetresPerPixel: millimetresPerPixel ?? clean[0]?.millimetresPerPixel ?? null,
    contrasts: { ...contrasts },
    pods,
    seed,
  };

  async function tryCurves(all: readonly Curve[], count: number, before: number, label: string) {
    const tasks = all.flatMap(({ kind, contrast, range, seed: own }) =>
      spreadSizes(range, count, own, label).map((size, i) => {
        const random = createRandom(own, `${label}/${i}`);
        return { part: parts[i % parts.length], defect: { kind, contrast, size, seed: random.uint32() } };
      }),
    );
    const hits = await eachItemOrFail(
      continued(environment, before, total),
      'studying',
      tasks,
      async ({ part, defect }) => {
        const path = part?.facts.path ?? '';
        const { hit } = await pool.run('tryDefect', { ...model, path, defect }, job.signal);
        return { size: defect.size, hit };
      },
    );
    return all.map((curve, c): Curve => ({
      ...curve,
      tried: [...curve.tried, ...hits.slice(c * count, (c + 1) * count)],
    }));
  }
}

function rangeOf({ model: { imageSize, workingSize } }: SharedModel): SizeRange {
  return triedSizes(
    Math.min(imageSize.width, imageSize.height),
    Math.min(workingSize.width, workingSize.height),
  );
}

/** What is blurred or missing has no brightness of its own. */
function contrastsOf(kind: DefectKind): (ContrastName | null)[] {
  return kind === 'blur' || kind === 'missing' ? [null] : ['faint', 'clear'];
}

import { stat } from 'node:fs/promises';
import { dictionaryMethods } from '../../../src-shared/contract/laboratory.ts';
import type { DictionaryMethod, ExperimentName } from '../../../src-shared/contract/laboratory.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { getImage } from '../../storage/records/image-queries.ts';
import { modelSummary } from '../summarise.ts';
import { sortedDictionary } from '../use-cases/describe-model.ts';
import type { Choice } from '../use-cases/laboratory/choice.ts';
import { listExperiments, settingFor } from '../use-cases/laboratory/experiment-list.ts';
import { GroundMemory } from '../use-cases/laboratory/ground-memory.ts';
import type { Outcome, PlanePicture } from '../use-cases/laboratory/outcome.ts';
import { pictureSides } from '../use-cases/laboratory/picture-sides.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

interface PictureChoice {
  readonly imageId?: number | undefined;
  readonly imagePath?: string | undefined;
}

interface DictionaryChoice {
  readonly method?: DictionaryMethod | undefined;
  readonly modelId?: number | undefined;
}

export function laboratoryRouter(procedures: Procedures['laboratory'], context: RouterContext) {
  const memory = new GroundMemory();

  function imageFor(name: ExperimentName, { imageId, imagePath }: PictureChoice) {
    if (imageId === undefined && imagePath === undefined) return null;
    const side = pictureSides[name];
    if (side === undefined) throw reasonedError('usage.invalid', 'experiment.no-image', { experiment: name });
    if (imageId === undefined) return { path: imagePath ?? '', side };
    return { path: resolveImagePath(context.project(), getImage(context.project(), imageId)), side };
  }

  function sourceFor({ modelId, method = dictionaryMethods[0] }: DictionaryChoice) {
    if (modelId === undefined) return { source: { method }, name: method };
    const { atoms } = sortedDictionary(context.project(), modelId, 0);
    return { source: { atoms }, name: modelSummary(context.project(), modelId).hash };
  }

  async function overDictionary(
    choice: Choice,
    image: ReturnType<typeof imageFor>,
    asked: DictionaryChoice,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const { source, name } = sourceFor(asked);
    const key = JSON.stringify([choice.seed, name, image?.path, await stateOf(image?.path)]);
    const request = { ...choice, image, source, ground: memory.get(key) };
    const { outcome, ground } = await context.laboratory.run('dictionary', request, signal);
    memory.keep(key, ground);
    return outcome;
  }

  return {
    experiments: procedures.experiments.handler(() => listExperiments()),
    run: procedures.run.handler(async ({ input: { name, seed, ...asked }, signal }) => {
      const start = performance.now();
      const setting = settingFor(name, asked.setting);
      const image = imageFor(name, asked);
      if (name !== 'image-dictionary' && (asked.method ?? asked.modelId) !== undefined)
        throw reasonedError('usage.invalid', 'experiment.one-way', { experiment: name });
      const { figures, charts, pictures } =
        name === 'image-dictionary'
          ? await overDictionary({ seed, setting }, image, asked, signal)
          : await context.laboratory.run('experiment', { name, seed, setting, image }, signal);
      const seconds = (performance.now() - start) / 1000;
      return { name, seed, setting, seconds, figures, charts, pictures: pictures.map(crossing) };
    }),
  };
}

const crossing = ({ plane, ...picture }: PlanePicture) => ({ ...picture, array: asBlobArray(plane) });

/** What changes when a file is written anew; nothing when it cannot be looked at, which reading it will say. */
async function stateOf(path: string | undefined): Promise<string> {
  if (path === undefined) return '';
  return stat(path).then(
    ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
    () => '',
  );
}

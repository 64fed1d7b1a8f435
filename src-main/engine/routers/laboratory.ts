import type { ExperimentName } from '../../../src-shared/contract/laboratory.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { getImage } from '../../storage/records/image-queries.ts';
import { listExperiments, pictureSides, settingFor } from '../use-cases/laboratory/experiment-list.ts';
import type { PlanePicture } from '../use-cases/laboratory/outcome.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

export function laboratoryRouter(procedures: Procedures['laboratory'], context: RouterContext) {
  const imageFor = (name: ExperimentName, imageId: number) => {
    const side = pictureSides[name];
    if (side === undefined) throw takesNoImage(name);
    return { path: resolveImagePath(context.project(), getImage(context.project(), imageId)), side };
  };
  return {
    experiments: procedures.experiments.handler(() => listExperiments()),
    run: procedures.run.handler(async ({ input: { name, seed, imageId, ...asked }, signal }) => {
      const start = performance.now();
      const setting = settingFor(name, asked.setting);
      const image = imageId === undefined ? null : imageFor(name, imageId);
      const { figures, charts, pictures } = await context.laboratory.run(
        'experiment',
        { name, seed, setting, image },
        signal,
      );
      const seconds = (performance.now() - start) / 1000;
      return { name, seed, setting, seconds, figures, charts, pictures: pictures.map(crossing) };
    }),
  };
}

const crossing = ({ plane, ...picture }: PlanePicture) => ({ ...picture, array: asBlobArray(plane) });

function takesNoImage(name: ExperimentName): SparsightError {
  return new SparsightError({
    code: 'usage.invalid',
    message: `The experiment ${name} makes up what it needs.`,
    next: 'Run it without an image.',
  });
}

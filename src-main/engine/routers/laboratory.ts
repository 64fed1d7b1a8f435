import { listExperiments, settingFor } from '../use-cases/laboratory/experiment-list.ts';
import type { PlanePicture } from '../use-cases/laboratory/outcome.ts';
import { asBlobArray } from './context.ts';
import type { Procedures, RouterContext } from './context.ts';

export function laboratoryRouter(procedures: Procedures['laboratory'], { laboratory }: RouterContext) {
  return {
    experiments: procedures.experiments.handler(() => listExperiments()),
    run: procedures.run.handler(async ({ input: { name, seed, ...asked }, signal }) => {
      const start = performance.now();
      const setting = settingFor(name, asked.setting);
      const { figures, charts, pictures } = await laboratory.run(
        'experiment',
        { name, seed, setting },
        signal,
      );
      const seconds = (performance.now() - start) / 1000;
      return { name, seed, setting, seconds, figures, charts, pictures: pictures.map(crossing) };
    }),
  };
}

const crossing = ({ plane, ...picture }: PlanePicture) => ({ ...picture, array: asBlobArray(plane) });

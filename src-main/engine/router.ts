import type { EngineContext } from './engine.ts';
import { createRouterContext, implementContract } from './routers/context.ts';
import { hostRouter } from './routers/host.ts';
import { imagesRouter } from './routers/images.ts';
import { jobsRouter } from './routers/jobs.ts';
import { laboratoryRouter } from './routers/laboratory.ts';
import { modelsRouter } from './routers/models.ts';
import { picturesRouter } from './routers/pictures.ts';
import { projectRouter } from './routers/project.ts';
import { recipesRouter } from './routers/recipes.ts';
import { reportsRouter } from './routers/reports.ts';
import { resultsRouter } from './routers/results.ts';
import { runsRouter } from './routers/runs.ts';
import { settingsRouter } from './routers/settings.ts';
import { signalsRouter } from './routers/signals.ts';

/** The contract on top of the use cases. */
export function createRouter(engine: EngineContext) {
  const procedures = implementContract(engine);
  const context = createRouterContext(engine);
  return procedures.router({
    project: projectRouter(procedures.project, context),
    jobs: jobsRouter(procedures.jobs, context),
    images: imagesRouter(procedures.images, context),
    pictures: picturesRouter(procedures.pictures, context),
    recipes: recipesRouter(procedures.recipes, context),
    models: modelsRouter(procedures.models, context),
    runs: runsRouter(procedures.runs, context),
    results: resultsRouter(procedures.results, context),
    reports: reportsRouter(procedures.reports, context),
    laboratory: laboratoryRouter(procedures.laboratory, context),
    signals: signalsRouter(procedures.signals, context),
    settings: settingsRouter(procedures.settings, context),
    host: hostRouter(procedures.host, context),
  });
}

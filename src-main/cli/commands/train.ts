import type { TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { inProject } from '../project-to-fill.ts';
import { readRecipe } from '../read-recipe.ts';
import type { CommandResult, Session } from '../session.ts';

export interface TrainOptions {
  project: string;
  good: string[];
  recipe?: string;
  limit?: number;
  seed: number;
}

export async function train({ client, runJob }: Session, options: TrainOptions): Promise<CommandResult> {
  const recipe = options.recipe === undefined ? undefined : await readRecipe(options.recipe);
  const { good, seed, limit } = options;
  const outcome = await inProject(client, options.project, () =>
    runJob<TrainOutcome>(client.jobs.train({ good, seed, recipe, limit })),
  );
  return {
    document: outcome,
    text: [
      `Model ${outcome.model.id} learnt from ${outcome.images} good parts in ${outcome.seconds.toFixed(1)} s` +
        (outcome.skipped > 0 ? ` (${outcome.skipped} files could not be used).` : '.'),
      outcome.structured
        ? 'The place on a part says what to expect there: parts are compared place by place.'
        : 'Parts do not look alike place by place: their surface is inspected.',
      ...outcome.suspicious.map(
        ({ path, score }) =>
          `Suspicious: ${path} does not look like the other good parts (score ${score.toFixed(2)}).`,
      ),
      `Review from a score of ${outcome.limits.review.toFixed(2)}, reject from ${outcome.limits.reject.toFixed(2)}.`,
      `Stored in ${outcome.project}, hash ${outcome.model.hash.slice(0, 12)}.`,
    ].join('\n'),
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluateOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { inProject } from '../project-to-fill.ts';
import { readRecipe } from '../read-recipe.ts';
import type { CommandResult, Session } from '../session.ts';

export interface EvaluateOptions {
  dataset: string;
  project?: string;
  recipe?: string;
  limitTrain?: number;
  seed: number;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export async function evaluate(session: Session, options: EvaluateOptions): Promise<CommandResult> {
  const recipe = options.recipe === undefined ? undefined : await readRecipe(options.recipe);
  if (options.project !== undefined) {
    const outcome = await evaluateIn(session, options, recipe, options.project);
    return { document: outcome, text: describeEvaluation(outcome) };
  }
  const scratch = await mkdtemp(join(tmpdir(), 'sparsight-evaluate-'));
  try {
    const scratchProject = join(scratch, 'evaluate.sparsight');
    const outcome = await evaluateIn(session, options, recipe, scratchProject);
    // The project is gone when the reader sees this.
    return { document: { ...outcome, project: null }, text: describeEvaluation(outcome) };
  } finally {
    await session.client.project.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function evaluateIn(
  { client, runJob }: Session,
  options: EvaluateOptions,
  recipe: Recipe | undefined,
  project: string,
): Promise<EvaluateOutcome> {
  const { dataset, seed, limitTrain } = options;
  return inProject(client, project, () =>
    runJob<EvaluateOutcome>(client.jobs.evaluate({ dataset, seed, recipe, limitTrain })),
  );
}

/** The figures of an evaluation, for a person. */
export function describeEvaluation({
  train,
  test,
  image,
  pixel,
  perDefect,
  classifier,
}: EvaluateOutcome): string {
  const lines = [
    `Learnt from ${train.images} good parts in ${train.seconds.toFixed(1)} s; ` +
      `${test.images} parts inspected at ${test.imagesPerSecond.toFixed(1)} parts/s.`,
    `Image AUROC ${image.auroc.toFixed(3)}, average precision ${image.averagePrecision.toFixed(3)}.`,
    `At the limit from good parts alone (${image.thresholdRule}): accuracy ${percent(image.accuracy)}, ` +
      `false rejects ${percent(image.falseRejectRate)}, defects missed ${percent(image.falseAcceptRate)}.`,
  ];
  if (pixel !== null) lines.push(`Pixel AUROC ${pixel.auroc.toFixed(3)}, AUPRO ${pixel.aupro.toFixed(3)}.`);
  for (const [type, figures] of Object.entries(perDefect)) {
    lines.push(`  ${type}: ${figures.found} of ${figures.images} found, AUROC ${figures.auroc.toFixed(3)}`);
  }
  if (classifier !== null) {
    lines.push(
      `With labelled defects (classifier, ${classifier.folds}-fold): AUROC ${classifier.auroc.toFixed(3)}, ` +
        `accuracy ${percent(classifier.accuracy)}, false rejects ${percent(classifier.falseRejectRate)}, ` +
        `defects missed ${percent(classifier.falseAcceptRate)}. It is kept with the model as a second opinion.`,
    );
  }
  return lines.join('\n');
}

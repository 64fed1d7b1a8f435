import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import type { ModelSummary } from '../../../src-shared/contract/models.ts';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { describeKnown, knownStudies } from '../known-studies.ts';
import type { KnownStudies } from '../known-studies.ts';
import { moment } from '../moment.ts';
import type { CommandResult, Session } from '../session.ts';

export interface InfoOptions {
  project: string;
}

export async function info({ client }: Session, options: InfoOptions): Promise<CommandResult> {
  const summary = await client.project.open({ path: options.project, mode: 'read' });
  const models = await Promise.all(
    summary.models.map(async (model) => ({
      ...model,
      studies: knownStudies(await client.models.studies({ modelId: model.id })),
    })),
  );
  const document = { ...summary, models };
  return { document, text: describeProject(document) };
}

interface ModelInfo extends ModelSummary {
  /** What was found out about it. */
  studies: KnownStudies;
}

interface ProjectInfo extends ProjectSummary {
  models: ModelInfo[];
}

/** What is in a project, for a person. */
export function describeProject({ name, path, createdAt, images, models, runs, jobs }: ProjectInfo): string {
  const unfinished = jobs.filter(({ state }) => state === 'failed' || state === 'interrupted');
  return [
    `Project ${name}`,
    `  ${path}`,
    `  made ${moment(createdAt)}; ${plural(images, 'image')} known`,
    '',
    ...section('Models', models.flatMap(modelLines), 'none yet: learn one with "sparsight train"'),
    '',
    ...section('Inspections', runs.map(runLine), 'none yet: look at parts with "sparsight inspect"'),
    ...(unfinished.length === 0 ? [] : ['']),
    ...unfinished.map(({ kind, state, createdAt: at, error }) =>
      [`${moment(at)}: ${kind} ${state}`, ...(error === null ? [] : [error.message])].join(': '),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[], none: string): string[] {
  return lines.length === 0 ? [`${title}: ${none}`] : [title, ...lines.map((line) => `  ${line}`)];
}

function modelLines({ id, createdAt, trainImages, limits, hash, studies }: ModelInfo): string[] {
  const limitsText = `review from ${limits.review.toFixed(2)}, reject from ${limits.reject.toFixed(2)}`;
  return [
    `${id}  ${moment(createdAt)}  ${plural(trainImages, 'good part')}; ${limitsText}; hash ${hash.slice(0, 12)}`,
    ...describeKnown(studies).map((line) => `   ${line}`),
  ];
}

function runLine({ id, startedAt, modelId, counts, state }: RunSummary): string {
  const { total, pass, review, reject, unreadable } = counts;
  const decisions = `${pass} pass, ${review} review, ${reject} reject`;
  const failed = unreadable > 0 ? `, ${unreadable} unreadable` : '';
  const ending = state === 'done' ? '' : ` (${state})`;
  return `${id}  ${moment(startedAt)}  model ${modelId}; ${plural(total, 'part')}: ${decisions}${failed}${ending}`;
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

import type { CommandResult, Session } from '../session.ts';

export interface InfoOptions {
  project: string;
}

export async function info({ client }: Session, options: InfoOptions): Promise<CommandResult> {
  const summary = await client.project.open({ path: options.project, mode: 'read' });
  return {
    document: summary,
    text: [
      `${summary.name} (${summary.path}), since ${summary.createdAt.slice(0, 10)}: ${summary.images} images known.`,
      ...summary.models.map(
        (model) =>
          `  Model ${model.id}, ${model.createdAt}: ${model.trainImages} good parts, reject from ` +
          `${model.limits.reject.toFixed(2)}, hash ${model.hash.slice(0, 12)}`,
      ),
      ...summary.runs.map(
        (run) =>
          `  Run ${run.id}, ${run.startedAt}, model ${run.modelId}: ${run.counts.total} parts, ` +
          `${run.counts.pass} pass, ${run.counts.review} review, ${run.counts.reject} reject` +
          (run.state === 'done' ? '' : ` (${run.state})`),
      ),
    ].join('\n'),
  };
}

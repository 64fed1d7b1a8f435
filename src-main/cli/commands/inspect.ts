import type { InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import { exitCode } from '../exit-codes.ts';
import { rowsOfRun } from '../rows-of-run.ts';
import type { CommandResult, Session } from '../session.ts';

export interface InspectOptions {
  project: string;
  images: string[];
  model?: number;
  maps?: string;
  failOnReject?: boolean;
}

export async function inspect({ client, runJob }: Session, options: InspectOptions): Promise<CommandResult> {
  await client.project.open({ path: options.project, mode: 'write' });
  const outcome = await runJob<InspectOutcome>(
    client.jobs.inspect({ images: options.images, modelId: options.model, mapsFolder: options.maps }),
  );
  const parts = await rowsOfRun(client, outcome.runId);
  const { counts } = outcome;
  const rejected = parts.filter((part) => part.decision !== 'pass');
  const lines = rejected
    .slice(0, 20)
    .map(
      (part) =>
        `  ${part.decision === 'reject' ? 'reject' : 'review'}  ${part.score.toFixed(2)}  ${part.path}`,
    );
  return {
    document: { ...outcome, parts },
    text: [
      `${counts.total - counts.unreadable} parts inspected in ${outcome.seconds.toFixed(1)} s (${outcome.imagesPerSecond.toFixed(1)} parts/s): ` +
        `${counts.pass} pass, ${counts.review} review, ${counts.reject} reject` +
        (counts.unreadable > 0 ? `; ${counts.unreadable} files could not be read.` : '.'),
      ...lines,
      ...(rejected.length > lines.length ? [`  and ${rejected.length - lines.length} more`] : []),
      `Run ${outcome.runId} is stored in ${outcome.project}.`,
    ].join('\n'),
    exitCode: options.failOnReject === true && counts.reject > 0 ? exitCode.rejected : exitCode.done,
  };
}

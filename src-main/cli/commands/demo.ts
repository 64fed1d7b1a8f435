import { join, resolve } from 'node:path';
import type {
  EvaluateOutcome,
  ReportOutcome,
  SamplesOutcome,
} from '../../../src-shared/contract/outcomes.ts';
import { makeFolder } from '../../engine/files/make-folder.ts';
import type { CommandResult, Session } from '../session.ts';

export interface DemoOptions {
  out: string;
  seed: number;
}

/** Sample parts, a model, an inspection and a report: the whole job on parts that everybody can make. */
export async function demo({ client, runJob }: Session, options: DemoOptions): Promise<CommandResult> {
  const folder = resolve(options.out);
  const parts = join(folder, 'parts');
  await makeFolder(folder);
  const project = join(folder, 'demo.sparsight');
  await client.project.open({ path: project, mode: 'create' });
  const samples = await runJob<SamplesOutcome>(client.jobs.samples({ out: parts, seed: options.seed }));
  const evaluation = await runJob<EvaluateOutcome>(
    client.jobs.evaluate({ dataset: parts, seed: options.seed }),
  );
  const reports: Record<'pdf' | 'html', string> = {
    pdf: join(folder, 'report.pdf'),
    html: join(folder, 'report.html'),
  };
  for (const format of ['pdf', 'html'] as const) {
    await runJob<ReportOutcome>(
      client.jobs.report({
        runId: evaluation.runId,
        format,
        out: reports[format],
        fields: { customer: 'Sample customer', partNumber: 'SP-1042', batch: 'Demo', operator: 'Demo' },
      }),
    );
  }
  const { train, test, image, perDefect } = evaluation;
  const defects = Object.values(perDefect).reduce((sum, { images }) => sum + images, 0);
  const found = Object.values(perDefect).reduce((sum, figures) => sum + figures.found, 0);
  const good = test.images - defects;
  const falseRejects = Math.round(image.falseRejectRate * good);
  return {
    document: {
      parts: samples.images,
      train,
      test,
      defects: { inspected: defects, found },
      falseRejects: { inspected: good, rejected: falseRejects },
      image,
      pixel: evaluation.pixel,
      perDefect,
      model: evaluation.model,
      project,
      reports,
      folder,
    },
    text: [
      `${samples.images} sample parts made in ${samples.seconds.toFixed(1)} s.`,
      `Learnt from ${train.images} good parts in ${train.seconds.toFixed(1)} s.`,
      `Inspected ${test.images} parts at ${test.imagesPerSecond.toFixed(1)} parts/s:`,
      `  ${found} of ${defects} defective parts found,`,
      `  ${falseRejects} of ${good} good parts rejected by mistake.`,
      `Report: ${reports.pdf}`,
      `        ${reports.html}`,
      `Project: ${project}`,
    ].join('\n'),
  };
}

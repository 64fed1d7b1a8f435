import type { ReportOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { ReportFormat, ReportLanguage } from '../../../src-shared/domain/report.ts';
import type { CommandResult, Session } from '../session.ts';

export interface ReportOptions {
  project: string;
  run?: number;
  format: ReportFormat;
  out: string;
  language: ReportLanguage;
  customer?: string;
  partNumber?: string;
  batch?: string;
  operator?: string;
  remarks?: string;
}

export async function report({ client, runJob }: Session, options: ReportOptions): Promise<CommandResult> {
  await client.project.open({ path: options.project, mode: 'write' });
  const { customer, partNumber, batch, operator, remarks } = options;
  const outcome = await runJob<ReportOutcome>(
    client.jobs.report({
      runId: options.run,
      format: options.format,
      out: options.out,
      language: options.language,
      fields: { customer, partNumber, batch, operator, remarks },
    }),
  );
  return {
    document: outcome,
    text: `Report on ${outcome.parts} parts, ${outcome.details} of them in detail, written to ${outcome.out}.`,
  };
}

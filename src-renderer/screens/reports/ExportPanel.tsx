import { Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import { reportOutcomeSchema } from '../../../src-shared/contract/outcomes.ts';
import type { ReportOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { reportFormats } from '../../../src-shared/domain/report.ts';
import type { ReportFormat } from '../../../src-shared/domain/report.ts';
import { useCommands } from '../../app/commands.ts';
import { useEngine } from '../../app/engine.ts';
import { isCancellation } from '../../app/errors.ts';
import { useJobs } from '../../app/jobs.tsx';
import { useShell } from '../../app/shell.ts';
import { Problem } from '../../components/Problem.tsx';
import { WrittenReport } from '../../components/WrittenReport.tsx';
import { fileNameOf } from './report-choices.ts';
import type { requestOf } from './report-choices.ts';
import classes from './Reports.module.css';

export interface ExportPanelProps {
  request: ReturnType<typeof requestOf>;
  run: RunSummary;
  project: ProjectSummary;
}

/** Writes the report to a file and tells what came of it. */
export function ExportPanel({ request, run, project }: ExportPanelProps) {
  const { t } = useTranslation(['reports', 'evaluate', 'common']);
  const { client } = useEngine();
  const shell = useShell();
  const jobs = useJobs();
  const [format, setFormat] = useState<ReportFormat>('pdf');
  const [written, setWritten] = useState<ReportOutcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = jobs.active.find(({ kind }) => kind === 'report');

  const write = async () => {
    try {
      const title = run.title === '' ? t('evaluate:run.untitled', { id: run.id }) : run.title;
      const out = await shell.chooseSavePath({
        suggestedName: `${fileNameOf(t('export.fileName', { project: project.name, run: title }))}.${format}`,
        extension: format,
        extensionLabel: t(`export.labels.${format}`),
      });
      if (out === null) return;
      setWritten(null);
      setError(null);
      const outcome = await jobs.start(client.jobs.report({ ...request, format, out }), 'report');
      setWritten(reportOutcomeSchema.parse(outcome));
    } catch (thrown) {
      if (!isCancellation(thrown)) setError(thrown);
    }
  };
  useCommands([
    {
      id: 'reports.export',
      title: t('commands.export'),
      keys: 'mod+E',
      run: () => void write(),
      enabled: running === undefined,
      section: t('common:section.screen'),
    },
  ]);

  return (
    <div className={classes.export}>
      <SegmentedControl
        aria-label={t('export.format')}
        fullWidth
        size="sm"
        value={format}
        data={reportFormats.map((value) => ({ value, label: t(`export.formats.${value}`) }))}
        onChange={setFormat}
      />
      <Text size="xs" c="dimmed">
        {t(`export.explained.${format}`)}
      </Text>
      {running === undefined ? (
        <Button leftSection={<IconFileExport aria-hidden size={17} />} onClick={() => void write()}>
          {t('export.button', { format: t(`export.formats.${format}`) })}
        </Button>
      ) : (
        <Group gap="sm" wrap="nowrap" role="status">
          <Stack gap={4} flex={1}>
            <Text size="sm" className="tabular">
              {running.progress === null
                ? t('export.running')
                : t('export.progress', {
                    stage: t(`common:job.stage.${running.progress.stage}`),
                    done: running.progress.done,
                    total: running.progress.total,
                  })}
            </Text>
            <Progress
              aria-label={t('export.running')}
              value={shareOf(running.progress)}
              animated={running.progress === null}
            />
          </Stack>
          <Button variant="default" size="xs" onClick={() => jobs.cancel(running.jobId)}>
            {t('export.cancel')}
          </Button>
        </Group>
      )}
      {error !== null && <Problem error={error} retry={() => void write()} />}
      {written !== null && <WrittenReport outcome={written} />}
    </div>
  );
}

function shareOf(progress: { done: number; total: number } | null): number {
  if (progress === null) return 100;
  return progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
}

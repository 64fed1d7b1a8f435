import { Button, SegmentedControl, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconFileExport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../src-shared/contract/client.ts';
import { reportFormats } from '../../../src-shared/domain/report.ts';
import type { ReportFormat } from '../../../src-shared/domain/report.ts';
import { useCommands } from '../../app/commands.ts';
import { useEngine } from '../../app/engine.ts';
import { isCancellation, notifyError } from '../../app/errors.ts';
import { useShell } from '../../app/shell.ts';
import { Problem } from '../../components/Problem.tsx';
import { WrittenReport } from '../../components/WrittenReport.tsx';
import { CoverFields } from './CoverFields.tsx';
import classes from './SignalsScreen.module.css';
import { followed } from './followed-work.ts';
import { useCoverFields } from './use-cover-fields.ts';
import { WorkProgress } from './WorkProgress.tsx';
import type { InspectionRequest } from './use-inspection.ts';

type ReportChoice = Parameters<Client['signals']['report']>[0];

/** Writes the report of an inspection in the format that was chosen. */
export function ExportReport({ request }: { request: InspectionRequest }) {
  const { t, i18n } = useTranslation(['signals', 'reports', 'common']);
  const { client, orpc } = useEngine();
  const shell = useShell();
  const [format, setFormat] = useState<ReportFormat>('pdf');
  const cover = useCoverFields();
  const writing = useRef<AbortController>(null);
  const report = useMutation({
    mutationKey: orpc.signals.report.key(),
    mutationFn: (chosen: Omit<ReportChoice, 'progressId'>) => {
      const controller = new AbortController();
      writing.current = controller;
      return followed(client, 'report', (progressId) =>
        client.signals.report({ ...chosen, progressId }, { signal: controller.signal }),
      );
    },
  });
  // Whoever leaves gives it up, as the inspection is.
  useEffect(() => () => writing.current?.abort(), []);
  const write = async () => {
    const out = await shell.chooseSavePath({
      suggestedName: `${t('export.fileName', { column: request.column })}.${format}`,
      extension: format,
      extensionLabel: t(`reports:export.labels.${format}`),
    });
    if (out === null) return;
    const language = i18n.language === 'ja' ? 'ja' : 'en';
    report.mutate({ ...request, format, out, language, fields: cover.printed });
  };
  useCommands([
    {
      id: 'signals.export',
      title: t('inspect.commands.export'),
      keys: 'mod+E',
      section: t('common:section.screen'),
      enabled: !report.isPending,
      run: () => {
        write().catch(notifyError);
      },
    },
  ]);
  return (
    <section className={classes.export} aria-labelledby="signals-export">
      <Title order={2} fz="sm" id="signals-export">
        {t('export.title')}
      </Title>
      <SegmentedControl
        aria-label={t('reports:export.format')}
        fullWidth
        size="xs"
        value={format}
        data={reportFormats.map((value) => ({ value, label: t(`reports:export.formats.${value}`) }))}
        onChange={setFormat}
      />
      {report.isPending ? (
        <WorkProgress
          work="report"
          name={t('reports:export.running')}
          onCancel={() => writing.current?.abort()}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconFileExport aria-hidden size={16} />}
          onClick={() => {
            write().catch(notifyError);
          }}
        >
          {t('reports:export.button', { format: t(`reports:export.formats.${format}`) })}
        </Button>
      )}
      <CoverFields {...cover} />
      <Text size="xs" c="dimmed">
        {t('export.text')}
      </Text>
      {report.error !== null && !isCancellation(report.error) && <Problem error={report.error} />}
      {report.data !== undefined && <WrittenReport outcome={report.data} />}
    </section>
  );
}

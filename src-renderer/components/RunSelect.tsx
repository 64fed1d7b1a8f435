import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../src-shared/contract/runs.ts';
import { useFormat } from '../i18n/format.ts';

export interface RunSelectProps {
  runs: readonly RunSummary[];
  runId: number;
  onChange: (runId: number) => void;
}

/** Chooses one of the project's inspections. */
export function RunSelect({ runs, runId, onChange }: RunSelectProps) {
  const { t } = useTranslation('evaluate');
  const format = useFormat();
  const nameOf = ({ id, title, startedAt, counts }: RunSummary) =>
    t('run.option', {
      title: title === '' ? t('run.untitled', { id }) : title,
      date: format.date(startedAt),
      parts: t('run.parts', { count: counts.total }),
    });
  return (
    <Select
      aria-label={t('run.label')}
      w={360}
      searchable={runs.length > 8}
      data={runs.map((run) => ({ value: String(run.id), label: nameOf(run) }))}
      value={String(runId)}
      onChange={(value) => {
        if (value !== null) onChange(Number(value));
      }}
    />
  );
}

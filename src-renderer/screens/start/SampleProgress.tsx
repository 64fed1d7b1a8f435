import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useJobs } from '../../app/jobs.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { SampleStep } from './use-sample-project.ts';

/** How far the sample project is. */
export function SampleProgress({ step }: { step: SampleStep }) {
  const { t } = useTranslation('start');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const { active, cancel } = useJobs();
  const job = active.at(-1);
  const progress = job?.progress ?? null;
  const counted = progress !== null && progress.total > 0;
  return (
    <Paper withBorder p="lg" radius="md">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t('sample.making')}
        </Title>
        <Progress.Root size="md">
          <Progress.Section
            value={counted ? (100 * progress.done) / progress.total : 0}
            aria-label={t('sample.progress')}
          />
        </Progress.Root>
        <Group justify="space-between">
          <Text size="sm" c="dimmed" aria-live="polite" className="tabular">
            {t(`sample.step.${step}`)}{' '}
            {counted &&
              common('job.count', {
                done: format.number(progress.done),
                total: format.number(progress.total),
              })}
          </Text>
          {job !== undefined && (
            <Button variant="default" size="xs" onClick={() => cancel(job.jobId)}>
              {common('action.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

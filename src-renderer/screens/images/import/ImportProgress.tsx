import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../app/jobs.tsx';
import { useFormat } from '../../../i18n/format.ts';

/** How far adding images has come. */
export function ImportProgress({ job, onCancel }: { job: JobView; onCancel: () => void }) {
  const { t } = useTranslation('images');
  const format = useFormat();
  const { progress } = job;
  const known = progress !== null && progress.total > 0;
  const facts = known
    ? [
        t('progress.of', { done: format.number(progress.done), total: format.number(progress.total) }),
        progress.rate === null ? null : t('progress.rate', { rate: format.number(progress.rate) }),
        progress.secondsLeft === null
          ? null
          : t('progress.left', { time: format.duration(progress.secondsLeft) }),
      ]
    : [t('progress.searching')];
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <div>
          <Text size="sm" fw={600}>
            {t('progress.title')}
          </Text>
          <Text size="xs" c="dimmed" className="tabular">
            {facts.filter((fact) => fact !== null).join(' · ')}
          </Text>
        </div>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('progress.cancel')}
        </Button>
      </Group>
      <Progress
        aria-label={t('progress.title')}
        value={known ? (100 * progress.done) / progress.total : 100}
        animated={!known}
      />
    </Paper>
  );
}

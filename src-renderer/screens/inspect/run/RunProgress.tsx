import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconEye, IconPlayerStop, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../app/jobs.tsx';
import { useFormat } from '../../../i18n/format.ts';
import classes from './RunProgress.module.css';

interface RunProgressProps {
  job: JobView;
  /** What the inspection is called: its folder, unless a person has named it. */
  name: string;
  onCancel: () => void;
}

/** How far an inspection is, or that it waits for new images. */
export function RunProgress({ job: { state, progress }, name, onCancel }: RunProgressProps) {
  const { t } = useTranslation('inspect');
  const format = useFormat();
  if (progress?.stage === 'watching') {
    return (
      <div className={classes.progress} data-watching>
        <IconEye size={24} aria-hidden className={classes.eye} />
        <Stack gap={0} flex={1}>
          <Text fw={600} role="status">
            {t('progress.watching', { name })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('progress.watchingHint')}
          </Text>
        </Stack>
        <Button leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={onCancel}>
          {t('progress.stop')}
        </Button>
      </div>
    );
  }
  const title = t(
    state === 'queued' ? 'progress.queued' : progress === null ? 'progress.starting' : 'progress.inspecting',
  );
  return (
    <div className={classes.progress}>
      <Stack gap="xs" flex={1}>
        <Group justify="space-between">
          <Text fw={600} role="status">
            {title}
          </Text>
          {progress !== null && (
            <Group gap="lg" c="dimmed" className="tabular">
              <span>
                {t('progress.parts', {
                  done: format.number(progress.done),
                  total: format.number(progress.total),
                })}
              </span>
              {progress.rate !== null && (
                <span>{t('progress.rate', { rate: format.number(progress.rate, 1) })}</span>
              )}
              {progress.secondsLeft !== null && (
                <span>
                  {t('progress.left', { duration: format.duration(Math.ceil(progress.secondsLeft)) })}
                </span>
              )}
            </Group>
          )}
        </Group>
        <Progress
          aria-label={title}
          value={progress === null || progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
        />
      </Stack>
      <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onCancel}>
        {t('progress.cancel')}
      </Button>
    </div>
  );
}

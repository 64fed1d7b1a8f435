import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useWorkProgress } from './followed-work.ts';
import type { Work } from './followed-work.ts';
import classes from './SignalsScreen.module.css';

export interface WorkProgressProps {
  work: Work;
  /** What is being done, in a few words. */
  name: string;
  onCancel: () => void;
}

/** How far work is: its stage, counts, rate and the time left, with a way to give it up. */
export function WorkProgress({ work, name, onCancel }: WorkProgressProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const progress = useWorkProgress(work);
  const facts =
    progress === undefined
      ? []
      : [
          t('job.count', { done: format.number(progress.done), total: format.number(progress.total) }),
          ...(progress.rate === null ? [] : [t('job.rate', { rate: format.number(progress.rate, 1) })]),
          ...(progress.secondsLeft === null
            ? []
            : [t('job.left', { time: format.duration(Math.ceil(progress.secondsLeft)) })]),
        ];
  return (
    <Stack gap={6} className={classes.progress}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {progress === undefined ? name : t(`job.stage.${progress.stage}`)}
        </Text>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </Group>
      <Progress.Root size="sm">
        <Progress.Section
          aria-label={name}
          value={progress === undefined ? 100 : (100 * progress.done) / Math.max(1, progress.total)}
          animated={progress === undefined}
          striped={progress === undefined}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" className="tabular">
        {/* The line is there before there is something to say, so that nothing jumps. */}
        {facts.join(' · ') || '\u00a0'}
      </Text>
    </Stack>
  );
}

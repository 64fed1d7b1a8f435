import { Button, Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fromInlineArray } from '../../../../src-shared/contract/inline-array.ts';
import { countedOf, shareOf } from '../../../app/job-progress.ts';
import type { LearningEvent } from '../../../app/job-view.ts';
import type { JobView } from '../../../app/jobs.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { Mosaic } from '../../../viewer/Mosaic.tsx';
import { ObjectiveChart } from '../ObjectiveChart.tsx';
import classes from './LearningProgress.module.css';
import { StageList } from './StageList.tsx';
import { isLearningStage } from './stages.ts';
import { WarningList } from './WarningList.tsx';

/** Learning while it goes on: where it is, how fast, and what takes shape. */
export function LearningProgress({ job, onCancel }: { job: JobView; onCancel: () => void }) {
  const { t } = useTranslation('learn');
  const { progress, learning, warnings } = job;
  const objectives = useMemo(() => learning.map(({ objective }) => objective), [learning]);
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4">
          {t('progress.title')}
        </Title>
        <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={onCancel}>
          {t('progress.cancel')}
        </Button>
      </Group>
      <Paper withBorder p="md">
        <StageProgress job={job} />
      </Paper>
      <div className={classes.panels}>
        <Panel title={t('progress.stages')}>
          <StageList current={progress?.stage ?? null} />
        </Panel>
        <Panel title={t('progress.curve')}>
          {objectives.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('progress.curveEmpty')}
            </Text>
          ) : (
            <>
              <Text size="xs" c="dimmed">
                {t('progress.curveHint')}
              </Text>
              <ObjectiveChart objectives={objectives} />
            </>
          )}
        </Panel>
      </div>
      <Panel title={t('progress.patterns')}>
        {learning.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('progress.patternsEmpty')}
          </Text>
        ) : (
          <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="md">
            {learning.map((event) => (
              <LearningMosaic key={event.scale} event={event} />
            ))}
          </SimpleGrid>
        )}
      </Panel>
      <WarningList warnings={warnings} isGoingOn />
    </Stack>
  );
}

function LearningMosaic({ event }: { event: LearningEvent }) {
  const { t } = useTranslation('learn');
  const { atoms, scale } = event;
  const values = useMemo(() => fromInlineArray(atoms), [atoms]);
  const [count] = atoms.shape;
  return (
    <Mosaic atoms={values} count={count} description={t('progress.mosaic', { count, scale: scale + 1 })} />
  );
}

function StageProgress({ job }: { job: JobView }) {
  const { t } = useTranslation('learn');
  const format = useFormat();
  const { progress } = job;
  if (progress === null) {
    return <Text role="status">{t(job.state === 'queued' ? 'progress.queued' : 'progress.starting')}</Text>;
  }
  const { stage, rate, secondsLeft } = progress;
  const counted = countedOf(job);
  const title = isLearningStage(stage) ? t(`progress.stage.${stage}`) : t('progress.starting');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text role="status" fw={600}>
          {title}
        </Text>
        <Group gap="lg" className="tabular" c="dimmed">
          {counted !== null && (
            <span>
              {t(`progress.${counted.unit}`, {
                done: format.number(counted.done),
                total: format.number(counted.total),
              })}
            </span>
          )}
          {rate !== null && <span>{t('progress.rate', { rate: format.number(rate, 1) })}</span>}
          {secondsLeft !== null && (
            <span>{t('progress.left', { duration: format.duration(Math.ceil(secondsLeft)) })}</span>
          )}
        </Group>
      </Group>
      <Progress value={100 * (shareOf(job) ?? 0)} aria-label={title} />
    </Stack>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Title order={3} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

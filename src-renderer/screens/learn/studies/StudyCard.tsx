import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shareOf } from '../../../app/job-progress.ts';
import { Explained } from '../../../charts/Explained.tsx';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { MeasuredBefore } from './MeasuredBefore.tsx';
import type { Study, StudyKind } from './use-study.ts';

interface StudyCardProps {
  title: string;
  explanation: string;
  /** What finding out brings and costs. */
  ask: string;
  study: Study<StudyKind>;
  /** What was found; only shown when something was. */
  children: ReactNode;
}

/** One thing to find out about a model: what it is, a button, how far it is, and what was found. */
export function StudyCard({ title, explanation, ask, study, children }: StudyCardProps) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const titleId = useId();
  const { found, error, job, start } = study;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={titleId}>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Group gap={4} wrap="nowrap">
          <Title order={3} size="h5" id={titleId}>
            {title}
          </Title>
          <Explained title={title} text={explanation} />
        </Group>
        {job === null && found !== undefined && (
          <Button
            size="xs"
            variant={found === null ? 'filled' : 'default'}
            leftSection={<IconTestPipe size={16} aria-hidden />}
            onClick={start}
            aria-describedby={titleId}
          >
            {found === null ? t('run') : t('again')}
          </Button>
        )}
      </Group>
      <Stack gap="sm">
        {error !== null && <Problem error={error} />}
        {job !== null && <StudyProgress {...study} />}
        {found === undefined && error === null && <LoadingLines lines={3} />}
        {found === null && job === null && (
          <Text size="sm" c="dimmed">
            {ask}
          </Text>
        )}
        {found !== undefined && found !== null && (
          <>
            <MeasuredBefore {...found} />
            {children}
            <Text size="xs" c="dimmed">
              {t('madeAt', { when: format.date(found.madeAt), duration: format.duration(found.seconds) })}
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function StudyProgress({ job, cancel }: Study<StudyKind>) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const share = job === null ? null : shareOf(job);
  const left = job?.progress?.secondsLeft ?? null;
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress value={100 * (share ?? 0)} animated={share === null} flex={1} aria-label={t('running')} />
      <Text size="xs" c="dimmed" className="tabular" miw={110} aria-live="polite">
        {left === null ? t('running') : t('left', { duration: format.duration(left) })}
      </Text>
      <Button size="xs" variant="default" onClick={cancel}>
        {t('cancel')}
      </Button>
    </Group>
  );
}

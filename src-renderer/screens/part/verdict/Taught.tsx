import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeachOutcome } from '../../../../src-shared/contract/outcomes.ts';
import { useEngine } from '../../../app/engine.ts';
import { useJobs } from '../../../app/jobs.tsx';
import { DecisionBadge } from '../../../components/DecisionBadge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import classes from './Taught.module.css';

interface Props {
  readonly runId: number;
  readonly jobId: number;
  /** That teaching took. */
  readonly seconds: number;
  /** Comes when the other parts were looked at again. */
  readonly outcome: Promise<TeachOutcome>;
  readonly onKeep: () => void;
  readonly onUndo: () => void;
}

/** More are only counted. */
const shownAtMost = 8;

/** What the new model would decide differently, so that nobody teaches away a defect unseen. */
export function Taught({ runId, jobId, seconds, outcome, onKeep, onUndo }: Props) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const [found, setFound] = useState<TeachOutcome | null>(null);
  useEffect(() => {
    // Whoever began the job tells of its failure.
    outcome.then(setFound).catch(() => undefined);
  }, [outcome]);
  return (
    <Stack gap="md">
      <Text>{t('teach.text')}</Text>
      {found === null ? <LookingAgain jobId={jobId} /> : <Changes runId={runId} outcome={found} />}
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('teach.duration', { duration: format.duration(seconds) })}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onUndo}>
            {t('teach.undo')}
          </Button>
          <Button onClick={onKeep} data-autofocus>
            {t('teach.keep')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function LookingAgain({ jobId }: Pick<Props, 'jobId'>) {
  const { t } = useTranslation('part');
  const { all } = useJobs();
  const progress = all.find((job) => job.jobId === jobId)?.progress;
  const { done, total } = progress?.stage === 'inspecting' ? progress : { done: 0, total: 0 };
  return (
    <Stack gap={6}>
      <Text>{t('teach.lookingAgain', { done, total })}</Text>
      <Progress value={total > 0 ? (100 * done) / total : 0} aria-label={t('teach.again')} />
    </Stack>
  );
}

function Changes({ runId, outcome }: { readonly runId: number; readonly outcome: TeachOutcome }) {
  const { t } = useTranslation('part');
  const { orpc } = useEngine();
  const { data: scores } = useQuery(orpc.runs.scores.queryOptions({ input: { runId } }));
  const { changed, again } = outcome;
  const of = (resultId: number) => {
    const i = scores?.resultIds.indexOf(resultId) ?? -1;
    return { name: scores?.names[i] ?? String(resultId), label: scores?.labels[i] ?? null };
  };
  const escapes = changed.some(({ resultId, to }) => {
    const { label } = of(resultId);
    return to === 'pass' && label !== null && label !== 'good';
  });
  return (
    <>
      <Text>
        {changed.length === 0 ? t('teach.changedNone') : t('teach.changed', { count: changed.length })}
      </Text>
      {changed.length > 0 && (
        <ul className={classes.changed}>
          {changed.slice(0, shownAtMost).map(({ resultId, from, to }) => (
            <li key={resultId}>
              <Text component="span" truncate className={classes.name}>
                {of(resultId).name}
              </Text>
              <DecisionBadge decision={from} size="sm" />
              <IconArrowRight size={16} aria-label={t('teach.to')} />
              <DecisionBadge decision={to} size="sm" />
            </li>
          ))}
          {changed.length > shownAtMost && (
            <li>{t('teach.more', { count: changed.length - shownAtMost })}</li>
          )}
        </ul>
      )}
      {again.unreadable > 0 && <Text>{t('teach.unreadable', { count: again.unreadable })}</Text>}
      {again.left > 0 && <Text>{t('teach.left', { count: again.left })}</Text>}
      {escapes && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
          {t('teach.escape')}
        </Alert>
      )}
    </>
  );
}

import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconPlugConnectedX, IconShieldLock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useConnectionState } from './engine.ts';
import { countedOf } from './job-progress.ts';
import { useJobs } from './jobs.tsx';
import type { JobView } from './jobs.tsx';
import { useProject } from './project.ts';
import { WarningList } from './WarningList.tsx';
import classes from './StatusBar.module.css';

/** What goes on, at the bottom of the window whatever screen is open. */
export function StatusBar() {
  const { t } = useTranslation('common');
  const { active } = useJobs();
  // Jobs run one after another: the oldest is the one at work.
  const job = active.at(-1);
  return (
    <footer className={classes.bar} aria-label={t('status.label')}>
      <ProjectState />
      <div className={classes.space} />
      {job !== undefined && <JobState job={job} waiting={active.length - 1} />}
      <EngineState />
    </footer>
  );
}

function ProjectState() {
  const { t } = useTranslation('common');
  const { summary } = useProject();
  if (summary === null) return <span className={classes.dimmed}>{t('status.noProject')}</span>;
  return (
    <span className={classes.project} title={summary.path}>
      <strong className={classes.name}>{summary.name}</strong>
      <span className={classes.dimmed}>{t('status.images', { count: summary.images })}</span>
      {summary.readOnly && <span className={classes.notice}>{t('status.readOnly')}</span>}
    </span>
  );
}

function JobState({ job, waiting }: { job: JobView; waiting: number }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { cancel } = useJobs();
  const { progress, warnings } = job;
  const kind = t(`job.kind.${job.kind ?? 'unknown'}`);
  const counted = countedOf(job);
  const pace = counted === null ? null : progress;
  return (
    <span className={classes.job}>
      {warnings.length > 0 && <WarningList warnings={warnings} />}
      <span aria-live="polite">{progress === null ? kind : t(`job.stage.${progress.stage}`)}</span>
      {counted !== null && (
        <span className={classes.count}>
          {t('job.count', { done: format.number(counted.done), total: format.number(counted.total) })}
        </span>
      )}
      <Progress.Root size={6} className={classes.progress}>
        <Progress.Section
          value={counted === null ? 100 : (100 * counted.done) / counted.total}
          animated={counted === null}
          striped={counted === null}
          aria-label={t('job.progress', { kind })}
        />
      </Progress.Root>
      {typeof pace?.rate === 'number' && (
        <span className={classes.dimmed}>{t('job.rate', { rate: format.number(pace.rate, 1) })}</span>
      )}
      {typeof pace?.secondsLeft === 'number' && (
        <span className={classes.dimmed}>
          {t('job.left', { time: format.duration(Math.ceil(pace.secondsLeft)) })}
        </span>
      )}
      {waiting > 0 && <span className={classes.dimmed}>{t('job.more', { count: waiting })}</span>}
      <Tooltip label={t('job.cancel', { kind })}>
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={t('job.cancel', { kind })}
          onClick={() => cancel(job.jobId)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

function EngineState() {
  const { t } = useTranslation('common');
  const state = useConnectionState();
  if (state === 'lost')
    return (
      <span className={classes.lost} role="status">
        <IconPlugConnectedX aria-hidden size={15} />
        {t('status.lost')}
      </span>
    );
  return (
    <Tooltip label={t('status.offline')}>
      <span className={classes.dimmed} role="status">
        <IconShieldLock aria-hidden size={15} />
        {t(state === 'open' ? 'status.ready' : 'status.connecting')}
      </span>
    </Tooltip>
  );
}

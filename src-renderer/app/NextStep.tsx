import { Button, Tooltip } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from './engine.ts';
import { useJobs } from './jobs.tsx';
import { useNavigation } from './navigation.ts';
import type { Navigation } from './navigation.ts';
import { nextStep, steps } from './next-step.ts';
import type { Progress, Step } from './next-step.ts';
import { useProject } from './project.ts';
import classes from './NextStep.module.css';

/** The way from pictures to a report, where the project stands on it, and what to do next. */
export function NextStep() {
  const { t } = useTranslation('common');
  const navigation = useNavigation();
  const progress = useProgress();
  if (progress === null || ['start', 'settings', 'help'].includes(navigation.screen)) return null;
  const { step, busy } = nextStep(progress.state);
  const at = steps.indexOf(step);
  const there = target[step] === (navigation.screen === 'part' ? 'inspect' : navigation.screen);
  return (
    <aside className={classes.line} aria-label={t('nextStep.title')}>
      <ol className={classes.steps} aria-label={t('nextStep.steps')}>
        {steps.map((each, index) => (
          <li
            key={each}
            className={classes.step}
            data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at && <IconCheck aria-hidden size={13} stroke={2.4} />}
            {t(`nextStep.${each}.step`)}
          </li>
        ))}
      </ol>
      <span className={classes.text} aria-live="polite">
        {busy && step === 'learn' && t('nextStep.learning.text')}
        {busy && step === 'inspect' && t('nextStep.inspecting.text')}
        {!(busy && (step === 'learn' || step === 'inspect')) &&
          (step === 'judge'
            ? t('nextStep.judge.text', { count: progress.state.unjudged })
            : t(`nextStep.${step}.text`))}
      </span>
      {!busy && !(there && step !== 'judge') && (
        <Tooltip label={t('nextStep.title')}>
          <Button
            size="compact-sm"
            variant="light"
            rightSection={<IconArrowRight aria-hidden size={14} />}
            onClick={() => go(navigation, step, progress)}
          >
            {t(`nextStep.${step}.action`)}
          </Button>
        </Tooltip>
      )}
    </aside>
  );
}

const target = {
  import: 'images',
  label: 'images',
  learn: 'learn',
  inspect: 'inspect',
  judge: 'inspect',
  report: 'reports',
} as const satisfies Record<Step, string>;

interface KnownProgress {
  state: Progress;
  runId: number | null;
  firstUnjudged: number | null;
}

function go({ open }: Navigation, step: Step, { runId, firstUnjudged }: KnownProgress): void {
  if (step === 'judge' && runId !== null && firstUnjudged !== null)
    open('part', { resultId: firstUnjudged, query: { runId, only: 'unjudged' } });
  else open(target[step]);
}

function useProgress(): KnownProgress | null {
  const { orpc } = useEngine();
  const { summary } = useProject();
  const { active } = useJobs();
  const { data: labels } = useQuery(orpc.images.labels.queryOptions({ enabled: summary !== null }));
  const runId = summary?.runs[0]?.id ?? null;
  const { data: unjudged } = useQuery(
    orpc.results.list.queryOptions({
      input: runId === null ? skipToken : { runId, only: 'unjudged', limit: 1 },
    }),
  );
  if (summary === null) return null;
  return {
    runId,
    firstUnjudged: unjudged?.rows[0]?.id ?? null,
    state: {
      images: summary.images,
      goodImages: labels?.labels.find(({ label }) => label === 'good')?.count ?? 0,
      models: summary.models.length,
      runs: summary.runs.length,
      unjudged: unjudged?.total ?? 0,
      running: active.map(({ kind }) => kind),
    },
  };
}

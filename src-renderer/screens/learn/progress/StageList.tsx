import { IconCircle, IconCircleCheck, IconCircleDotFilled } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stage } from '../../../../src-shared/contract/job.ts';
import classes from './StageList.module.css';
import { stageStates } from './stages.ts';

const icons = { done: IconCircleCheck, current: IconCircleDotFilled, waiting: IconCircle } as const;

/** The way from good parts to a model, and where on it the work is. */
export function StageList({ current }: { current: Stage | null }) {
  const { t } = useTranslation('learn');
  return (
    <ol className={classes.stages} aria-label={t('progress.stages')}>
      {stageStates(current).map(({ stage, state }) => {
        const Icon = icons[state];
        return (
          <li
            key={stage}
            className={classes.stage}
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <Icon size={18} aria-hidden className={classes.icon} />
            {t(`progress.stage.${stage}`)}
            <VisuallyHidden>{t(`progress.state.${state}`)}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}

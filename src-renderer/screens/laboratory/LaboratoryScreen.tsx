import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../../src-shared/contract/laboratory.ts';
import { useEngine } from '../../app/engine.ts';
import { useNavigation, useScreenParams } from '../../app/navigation.ts';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { ExperimentPage } from './ExperimentPage.tsx';
import classes from './LaboratoryScreen.module.css';

/** The classical experiments of sparse modelling, to be tried out. */
export function LaboratoryScreen() {
  const { t } = useTranslation('laboratory');
  const { orpc } = useEngine();
  const params = useScreenParams('laboratory');
  const { data, error, refetch } = useQuery(
    orpc.laboratory.experiments.queryOptions({ staleTime: Infinity }),
  );
  const chosen = data?.find(({ name }) => name === params?.experiment) ?? data?.[0];
  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')} flush>
      {error !== null && <Problem error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines />}
      {data !== undefined && chosen !== undefined && (
        <div className={classes.columns}>
          <ExperimentList experiments={data} chosen={chosen} />
          <ExperimentPage key={chosen.name} experiment={chosen} />
        </div>
      )}
    </ScreenFrame>
  );
}

function ExperimentList({ experiments, chosen }: { experiments: readonly Experiment[]; chosen: Experiment }) {
  const { t } = useTranslation('laboratory');
  const { replace } = useNavigation();
  return (
    <nav className={classes.list} aria-label={t('list')}>
      {experiments.map(({ name }) => (
        <UnstyledButton
          key={name}
          className={classes.item}
          aria-current={name === chosen.name ? 'page' : undefined}
          onClick={() => replace('laboratory', { experiment: name })}
        >
          {t(`experiments.${name}.title`)}
        </UnstyledButton>
      ))}
    </nav>
  );
}

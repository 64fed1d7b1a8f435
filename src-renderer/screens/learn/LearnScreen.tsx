import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { useEngine } from '../../app/engine.ts';
import { useNavigation, useScreenParams } from '../../app/navigation.ts';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { LearnForm } from './form/LearnForm.tsx';
import classes from './LearnScreen.module.css';
import { ModelComparison } from './models/ModelComparison.tsx';
import { ModelList } from './models/ModelList.tsx';
import { ModelPanel } from './models/ModelPanel.tsx';
import { useModelActions } from './models/use-model-actions.ts';
import { LearningEnded } from './progress/LearningEnded.tsx';
import { LearningProgress } from './progress/LearningProgress.tsx';
import { useLearning } from './use-learning.ts';

/** Learning a model from good parts, and the models learnt so far. */
export function LearnScreen() {
  const { t } = useTranslation('learn');
  const { orpc } = useEngine();
  const { open, replace } = useNavigation();
  const chosen = useScreenParams('learn')?.modelId ?? null;
  const models = useQuery(orpc.models.list.queryOptions());
  const learning = useLearning();
  const actions = useModelActions();
  const [compared, setCompared] = useState<{ one: number; other: number } | null>(null);
  const { job, end, learnt } = learning;

  // Whoever watches the learning sees its model as soon as there is one.
  const watched = useRef<number | null>(null);
  useEffect(() => {
    if (job !== null) watched.current = chosen === null ? job.jobId : null;
    else if (learnt !== null && watched.current === learnt.jobId) {
      watched.current = null;
      replace('learn', { modelId: learnt.modelId });
    }
  }, [job, learnt, chosen, replace]);

  function choose(modelId: number | null): void {
    setCompared(null);
    open('learn', modelId === null ? {} : { modelId });
  }

  useCommands([
    { id: 'learn.new', title: t('versions.new'), section: t('title'), run: () => choose(null) },
    {
      id: 'learn.import',
      title: t('versions.import'),
      section: t('title'),
      run: () => void actions.importFile(),
    },
    {
      id: 'learn.cancel',
      title: t('progress.cancel'),
      section: t('title'),
      enabled: job !== null,
      run: learning.cancel,
    },
  ]);

  const list = models.data ?? [];
  const one = list.find(({ id }) => id === compared?.one);
  const other = list.find(({ id }) => id === compared?.other);

  function panel() {
    if (models.error !== null) return <Problem error={models.error} retry={() => void models.refetch()} />;
    if (one !== undefined && other !== undefined) {
      return (
        <ModelComparison
          models={list}
          one={one}
          other={other}
          onChoose={(left, right) => setCompared({ one: left.id, other: right.id })}
          onBack={() => setCompared(null)}
        />
      );
    }
    if (chosen !== null) {
      return (
        <ModelPanel
          key={chosen}
          modelId={chosen}
          isNew={learnt?.modelId === chosen}
          models={list}
          onCompare={({ id }) => setCompared({ one: chosen, other: id })}
          onDismiss={learning.dismiss}
        />
      );
    }
    if (job !== null) return <LearningProgress job={job} onCancel={learning.cancel} />;
    return (
      <Stack gap="md">
        {end !== null && <LearningEnded end={end} onDismiss={learning.dismiss} />}
        <LearnForm onLearn={learning.start} />
      </Stack>
    );
  }

  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')} flush>
      <div className={classes.panes}>
        <ModelList
          models={list}
          chosen={chosen}
          isLearning={job !== null}
          onChoose={choose}
          onImport={() => void actions.importFile()}
        />
        <div className={classes.panel}>
          <div className={classes.content}>{panel()}</div>
        </div>
      </div>
    </ScreenFrame>
  );
}

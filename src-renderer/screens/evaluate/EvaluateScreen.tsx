import { Button } from '@mantine/core';
import { IconChartHistogram, IconReport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.ts';
import { RunScreen } from '../../components/RunScreen.tsx';
import { RunEvaluation } from './RunEvaluation.tsx';

/** How well the limits tell good parts from defective ones, and what other limits would do. */
export function EvaluateScreen() {
  const { t } = useTranslation('evaluate');
  const { open } = useNavigation();
  return (
    <RunScreen
      screen="evaluate"
      icon={IconChartHistogram}
      actions={(run) => (
        <Button
          variant="default"
          leftSection={<IconReport aria-hidden size={17} />}
          onClick={() => open('reports', { runId: run.id })}
        >
          {t('report')}
        </Button>
      )}
    >
      {(run, project) => <RunEvaluation key={run.id} run={run} project={project} />}
    </RunScreen>
  );
}

import { Button } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import classes from './Figures.module.css';

export interface MissingLabelsProps {
  /** Of which parts nobody has labelled any. */
  kind: 'all' | 'good' | 'defective';
  runId: number;
  className?: string | undefined;
}

const texts = {
  all: { title: 'missing.title', text: 'missing.text' },
  good: { title: 'missing.noGood', text: 'missing.noGoodText' },
  defective: { title: 'missing.noDefective', text: 'missing.noDefectiveText' },
} as const;

/** Takes the place of figures that need labels: why there are none, and the way to labels. */
export function MissingLabels({ kind, runId, className }: MissingLabelsProps) {
  const { t } = useTranslation('evaluate');
  const { open } = useNavigation();
  return (
    <div className={`${classes.missing ?? ''} ${className ?? ''}`}>
      <EmptyState
        icon={IconTag}
        title={t(texts[kind].title)}
        text={t(texts[kind].text)}
        actions={
          <>
            <Button onClick={() => open('images', { query: { labels: [null] } })}>
              {t('missing.action')}
            </Button>
            <Button variant="default" onClick={() => open('inspect', { runId })}>
              {t('missing.judge')}
            </Button>
          </>
        }
      />
    </div>
  );
}

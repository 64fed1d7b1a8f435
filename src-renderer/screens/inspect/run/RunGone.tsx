import { Button } from '@mantine/core';
import { IconCameraOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../app/jobs.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { wordError } from '../../../../src-shared/errors/word-error.ts';

interface RunGoneProps {
  /** The work that the inspection was, as far as the window followed it. */
  job: JobView | null;
  onNew: () => void;
}

/** Why an inspection that was looked at a moment ago has nothing to show any more. */
export function RunGone({ job, onNew }: RunGoneProps) {
  const { t, i18n } = useTranslation('inspect');
  const reason = job?.state === 'cancelled' || job?.state === 'failed' ? job.state : 'removed';
  const error = job?.error ?? null;
  const told = error === null ? null : wordError(i18n.language, error);
  return (
    <EmptyState
      icon={IconCameraOff}
      title={t(`gone.${reason}`)}
      text={told === null ? t('gone.nothingKept') : `${told.message} ${told.next}`}
      actions={<Button onClick={onNew}>{t('new')}</Button>}
    />
  );
}

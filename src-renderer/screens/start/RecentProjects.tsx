import { IconScan } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecentProject } from '../../../src-shared/contract/settings.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyDone, notifyError } from '../../app/errors.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingTiles } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { RecentProjectCard } from './RecentProjectCard.tsx';
import classes from './RecentProjects.module.css';

export interface RecentProjectsProps {
  query: UseQueryResult<RecentProject[]>;
  disabled: boolean;
  onOpen: (path: string) => void;
}

export function RecentProjects({ query, disabled, onOpen }: RecentProjectsProps) {
  const { t } = useTranslation('start');
  const { orpc } = useEngine();
  const queryClient = useQueryClient();
  const forget = useMutation(
    orpc.settings.forgetProject.mutationOptions({
      onError: notifyError,
      onSuccess: async () => {
        notifyDone(t('recent.forgotten'));
        await queryClient.invalidateQueries({ queryKey: orpc.settings.recentProjects.key() });
      },
    }),
  );
  if (query.isPending) return <LoadingTiles tiles={3} side={230} />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data.length === 0)
    return <EmptyState icon={IconScan} title={t('recent.none')} text={t('recent.noneText')} />;
  return (
    <ul className={classes.cards}>
      {query.data.map((project) => (
        <li key={project.path}>
          <RecentProjectCard
            project={project}
            disabled={disabled}
            onOpen={() => onOpen(project.path)}
            onForget={() => forget.mutate({ path: project.path })}
          />
        </li>
      ))}
    </ul>
  );
}

import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconFileUnknown, IconScan, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentProject } from '../../../src-shared/contract/settings.ts';
import { useProject } from '../../app/project.ts';
import { DecisionCounts } from '../../components/DecisionCounts.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './RecentProjectCard.module.css';

export interface RecentProjectCardProps {
  project: RecentProject;
  disabled: boolean;
  onOpen: () => void;
  onForget: () => void;
}

/** A project with a picture of its parts and how far it has come. */
export function RecentProjectCard({ project, disabled, onOpen, onForget }: RecentProjectCardProps) {
  const { t } = useTranslation('start');
  const format = useFormat();
  const { summary } = useProject();
  const { name, path, exists, images, models, lastRun } = project;
  const id = useId();
  const current = summary?.path === path;
  return (
    <div className={classes.card} data-missing={!exists || undefined}>
      <div className={classes.picture}>
        <ProjectPicture project={project} />
        {current && <span className={classes.current}>{t('recent.current')}</span>}
      </div>
      <div className={classes.facts}>
        <UnstyledButton
          className={classes.name}
          disabled={disabled || !exists}
          aria-label={t('recent.open', { name })}
          aria-describedby={id}
          title={path}
          onClick={onOpen}
        >
          {name}
        </UnstyledButton>
        <div id={id} className={classes.lines}>
          {exists ? (
            <>
              <span>
                {images === 0
                  ? t('recent.state.empty')
                  : t('recent.images', { count: images, formatted: format.number(images) })}
                {images > 0 &&
                  lastRun === null &&
                  ` · ${t(models === 0 ? 'recent.state.untaught' : 'recent.state.taught')}`}
              </span>
              {lastRun !== null && <DecisionCounts counts={lastRun} />}
            </>
          ) : (
            <span title={t('recent.missingText')}>{t('recent.missing')}</span>
          )}
          <span>{t('recent.opened', { when: format.ago(project.openedAt) })}</span>
        </div>
      </div>
      <Tooltip label={t('recent.forget', { name })}>
        <ActionIcon
          className={classes.forget}
          variant="default"
          size="sm"
          aria-label={t('recent.forget', { name })}
          onClick={onForget}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function ProjectPicture({ project: { thumbnail, exists } }: { project: RecentProject }) {
  if (thumbnail !== null) return <img src={thumbnail} alt="" className={classes.thumbnail} />;
  const Icon = exists ? IconScan : IconFileUnknown;
  return <Icon aria-hidden size={36} stroke={1.2} />;
}

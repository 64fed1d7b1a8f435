import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconFileUnknown, IconScan, IconX } from '@tabler/icons-react';
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
  const { name, path, exists, thumbnail, images, lastRun } = project;
  const current = summary?.path === path;
  return (
    <div className={classes.card} data-missing={!exists || undefined}>
      <UnstyledButton
        className={classes.open}
        disabled={disabled || !exists}
        aria-label={t('recent.open', { name })}
        title={path}
        onClick={onOpen}
      >
        <span className={classes.picture}>
          {thumbnail === null ? (
            exists ? (
              <IconScan aria-hidden size={36} stroke={1.2} />
            ) : (
              <IconFileUnknown aria-hidden size={36} stroke={1.2} />
            )
          ) : (
            <img src={thumbnail} alt="" className={classes.thumbnail} />
          )}
          {current && <span className={classes.current}>{t('recent.current')}</span>}
        </span>
        <span className={classes.facts}>
          <span className={classes.name}>{name}</span>
          {exists ? (
            <>
              <span className={classes.line}>
                {images === 0
                  ? t('recent.state.empty')
                  : t('recent.images', { count: images, formatted: format.number(images) })}
                {images > 0 && lastRun === null && ` · ${state(project)}`}
              </span>
              {lastRun !== null && <DecisionCounts counts={lastRun} />}
            </>
          ) : (
            <span className={classes.line}>{t('recent.missing')}</span>
          )}
          <span className={classes.line}>{t('recent.opened', { when: format.ago(project.openedAt) })}</span>
        </span>
      </UnstyledButton>
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

  function state({ models }: RecentProject): string {
    return t(models === 0 ? 'recent.state.untaught' : 'recent.state.taught');
  }
}

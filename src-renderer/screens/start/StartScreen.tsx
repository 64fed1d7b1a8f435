import { Stack, Text, Title } from '@mantine/core';
import { IconFolderOpen, IconPlus, IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { useProjectActions } from '../../app/use-project-actions.ts';
import { RecentProjects } from './RecentProjects.tsx';
import { SampleProgress } from './SampleProgress.tsx';
import { StartAction } from './StartAction.tsx';
import { useSampleProject } from './use-sample-project.ts';
import classes from './StartScreen.module.css';

/** Where a session begins: a new project, a recent one, or the sample. */
export function StartScreen() {
  const { t } = useTranslation('start');
  const { t: common } = useTranslation('common');
  const { orpc } = useEngine();
  const { create, choose, openPath } = useProjectActions();
  const recent = useQuery(orpc.settings.recentProjects.queryOptions({ staleTime: 0 }));
  const sample = useSampleProject();
  const first = recent.data?.length === 0;
  const busy = sample.step !== null;

  return (
    <section className={classes.screen} aria-label={t('welcome.title')}>
      <div className={classes.column}>
        <header>
          <Title order={1} className={classes.title}>
            {first ? t('welcome.title') : common('application')}
          </Title>
          <Text c="dimmed" size={first ? 'md' : 'sm'} maw={620}>
            {first ? t('welcome.text') : t('subtitle')}
          </Text>
        </header>
        {sample.step === null ? (
          <div className={classes.actions}>
            <StartAction
              icon={IconPlus}
              title={t('action.new')}
              text={t('action.newText')}
              primary={!first}
              onClick={() => void create()}
            />
            <StartAction
              icon={IconFolderOpen}
              title={t('action.open')}
              text={t('action.openText')}
              onClick={() => void choose()}
            />
            <StartAction
              icon={IconSparkles}
              title={t('action.sample')}
              text={t('action.sampleText')}
              primary={first}
              onClick={() => void sample.make()}
            />
          </div>
        ) : (
          <SampleProgress step={sample.step} />
        )}
        <Stack gap="sm">
          <Title order={2} size="h5">
            {t('recent.title')}
          </Title>
          <RecentProjects query={recent} disabled={busy} onOpen={(path) => void openPath(path)} />
        </Stack>
      </div>
    </section>
  );
}

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../components/Problem.tsx';
import { useConnectionState, useEngine } from './engine.ts';
import { detailsOf, notifyError } from './errors.ts';
import type { JobView } from './job-view.ts';
import { useJobCentre, useJobs } from './jobs.tsx';
import { useProject } from './project.ts';
import classes from './EngineNotice.module.css';

type Recovery =
  { state: 'none' } | { state: 'lost' } | { state: 'back' } | { state: 'failed'; error: unknown };

/** Says when the engine stopped and which job it cost, and brings the project back when there is a new one. */
export function EngineNotice() {
  const { t } = useTranslation('common');
  const { client } = useEngine();
  const { start } = useJobs();
  const { recovery, hit, dismiss } = useRecovery();
  if (recovery.state === 'none') return null;
  if (recovery.state === 'failed')
    return (
      <div className={classes.notice}>
        <Problem error={recovery.error} retry={dismiss} />
      </div>
    );

  const lost = recovery.state === 'lost';
  const names = hit.map(({ kind }) => t(`job.kind.${kind ?? 'unknown'}`)).join(', ');
  const inspection = hit.find(({ kind }) => kind === 'inspect');
  return (
    <Alert
      className={classes.notice}
      role="status"
      color={lost ? 'red' : 'teal'}
      icon={lost ? <IconPlugConnectedX aria-hidden /> : <IconPlugConnected aria-hidden />}
      title={t(lost ? 'engine.lostTitle' : 'engine.backTitle')}
      withCloseButton={!lost}
      closeButtonLabel={t('action.dismiss')}
      onClose={dismiss}
    >
      <Group gap="md">
        <Text size="sm">
          {t(lost ? 'engine.lostText' : 'engine.backText')}{' '}
          {hit.length > 0 && t('engine.hit', { jobs: names })}
        </Text>
        {!lost && inspection !== undefined && (
          <Button
            size="xs"
            onClick={() => {
              dismiss();
              start(client.jobs.resume({ jobId: inspection.jobId }), 'inspect').catch(notifyError);
            }}
          >
            {t('engine.resume')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function useRecovery() {
  const connection = useConnectionState();
  const queryClient = useQueryClient();
  const { client } = useEngine();
  const centre = useJobCentre();
  const { summary, open } = useProject();
  const [recovery, setRecovery] = useState<Recovery>({ state: 'none' });
  const [hit, setHit] = useState<readonly JobView[]>([]);
  const wasLost = useRef(false);
  const path = useRef<string | null>(null);
  useEffect(() => {
    // What was open before; while the engine is away, nothing is known of it.
    if (connection === 'open' && summary !== null) path.current = summary.path;
    if (connection === 'open' && summary === null && !wasLost.current) path.current = null;
  }, [connection, summary]);

  useEffect(() => {
    if (connection === 'lost' && !wasLost.current) {
      wasLost.current = true;
      setHit(centre.interrupt());
      setRecovery({ state: 'lost' });
    }
    if (connection !== 'open' || !wasLost.current) return;
    wasLost.current = false;
    comeBack().then(
      () => setRecovery({ state: 'back' }),
      (error: unknown) => setRecovery({ state: 'failed', error }),
    );

    async function comeBack(): Promise<void> {
      const project = path.current;
      if (project !== null && !(await isOpen(project))) await open(project);
      await queryClient.invalidateQueries();
    }

    /** It is when only the connection was lost, and opening it again would end its jobs. */
    async function isOpen(project: string): Promise<boolean> {
      try {
        return (await client.project.summary()).path === project;
      } catch (thrown) {
        if (detailsOf(thrown).code === 'project.missing') return false;
        throw thrown;
      }
    }
  }, [centre, client, connection, open, queryClient]);

  return { recovery, hit, dismiss: () => setRecovery({ state: 'none' }) };
}

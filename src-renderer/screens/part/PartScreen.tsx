import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResultQuery } from '../../../src-shared/contract/results.ts';
import { useEngine } from '../../app/engine.ts';
import { detailsOf } from '../../app/errors.ts';
import { useScreenParams } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { PartDesk } from './PartDesk.tsx';
import classes from './PartScreen.module.css';
import { useWalkCommands } from './walk/use-walk-commands.ts';
import { useWalk } from './walk/use-walk.ts';
import type { Walk } from './walk/use-walk.ts';
import { WalkSteps } from './walk/WalkSteps.tsx';

/** One part: what was found on it, why, and what the person says of it. */
export function PartScreen() {
  const params = useScreenParams('part');
  return params === null ? null : <Part resultId={params.resultId} query={params.query} />;
}

function Part({ resultId, query }: { resultId: number; query: ResultQuery | undefined }) {
  const { orpc } = useEngine();
  const { t } = useTranslation(['part', 'common']);
  const { data, error, refetch } = useQuery(
    orpc.results.get.queryOptions({ input: { resultId }, retry: false }),
  );
  const walk = useWalk(resultId, query ?? (data === undefined ? undefined : { runId: data.runId }));
  useWalkCommands(walk);
  if (data !== undefined) return <PartDesk detail={data} walk={walk} />;
  const title = t('common:screen.part');
  if (error === null) return <Loading title={title} walk={walk} />;
  if (detailsOf(error).code !== 'result.missing')
    return (
      <ScreenFrame title={title} actions={<WalkSteps walk={walk} />}>
        <Problem error={error} retry={() => void refetch()} />
      </ScreenFrame>
    );
  return (
    <ScreenFrame title={title}>
      <EmptyState
        icon={IconFileUnknown}
        title={t('part:gone.title')}
        text={t('part:gone.text')}
        actions={<Button onClick={walk.leave}>{t('part:back')}</Button>}
      />
    </ScreenFrame>
  );
}

/** The places of toolbar, picture, figures and verdict, so that nothing jumps when they arrive. */
function Loading({ title, walk }: { title: string; walk: Walk }) {
  const { t } = useTranslation('part');
  return (
    <ScreenFrame title={title} actions={<WalkSteps walk={walk} />} flush>
      <div className={classes.desk} role="status">
        <VisuallyHidden>{t('loading')}</VisuallyHidden>
        <div className={classes.picture}>
          <Skeleton height="100%" radius={0} animate={false} />
        </div>
        <div className={classes.panel}>
          {[120, 40, 64, 64, 64].map((height, i) => (
            <Skeleton key={i} height={height} mx="md" mt="md" width="auto" radius="sm" />
          ))}
        </div>
      </div>
    </ScreenFrame>
  );
}

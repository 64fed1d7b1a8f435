import { Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalFile } from '../../../src-shared/contract/signals.ts';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { PenaltySlider } from './PenaltySlider.tsx';
import { changeSession, useSignalsSession } from './signals-session.ts';
import classes from './SignalsScreen.module.css';
import { TrendOutcome } from './TrendOutcome.tsx';
import { useDescription } from './use-description.ts';

/** What suits most process signals comes first. */
const methods: readonly SignalMethod[] = ['trend', 'quadraticTrend', 'steps'];

/** The course of a signal: fitted by few pieces, and where they meet. */
export function TrendView({ file, column }: { file: SignalFile; column: string }) {
  const { t } = useTranslation('signals');
  const { method } = useSignalsSession();
  const [tried, setTried] = useState<{ of: string; penalty: number } | null>(null);
  // A penalty says something about one column and one kind of pieces only.
  const of = JSON.stringify([column, method]);
  const penalty = tried?.of === of ? tried.penalty : undefined;
  const { data, error, refetch, isRunning } = useDescription({ path: file.path, column, method, penalty });
  return (
    <Stack gap="md" className={classes.view}>
      <div className={classes.controls}>
        <SegmentedControl
          aria-label={t('trend.method')}
          data={methods.map((value) => ({ value, label: t(`trend.methods.${value}`) }))}
          value={method}
          onChange={(chosen) => changeSession({ method: chosen })}
        />
        {data !== undefined && (
          <PenaltySlider
            range={data.penalty}
            value={penalty ?? data.penalty.standard}
            isFound={penalty === undefined}
            onChange={(value) => setTried(value === null ? null : { of, penalty: value })}
          />
        )}
        <div role="status" className={classes.status}>
          {isRunning && (
            <>
              <Loader size="xs" aria-hidden />
              <Text size="sm" c="dimmed">
                {t('running')}
              </Text>
            </>
          )}
        </div>
      </div>
      <Text size="sm" c="dimmed" className={classes.text}>
        {t(`trend.texts.${method}`)}
      </Text>
      {error !== null && !isRunning && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingLines />}
      {data !== undefined && (error === null || isRunning) && (
        <TrendOutcome description={data} name={file.name} method={method} />
      )}
    </Stack>
  );
}

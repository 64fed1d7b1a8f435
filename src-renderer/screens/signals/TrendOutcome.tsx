import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalDescription } from '../../../src-shared/contract/signals.ts';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { useChartTheme } from '../../charts/chart-theme.ts';
import { Legend } from '../../charts/Legend.tsx';
import { SignalChart } from '../../charts/SignalChart.tsx';
import type { SignalLine } from '../../charts/SignalChart.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useFormat } from '../../i18n/format.ts';
import { ChangeList } from './ChangeList.tsx';
import { decimalsFor, placeOfSample, pointPlaces, withUnit } from './signal-axis.ts';
import classes from './SignalsScreen.module.css';

export interface TrendOutcomeProps {
  name: string;
  method: SignalMethod;
  description: Omit<SignalDescription, 'series'> & { measured: Float32Array; fitted: Float32Array };
}

/** A signal with what was fitted to it, its change points marked and listed. */
export function TrendOutcome({ name, description, method }: TrendOutcomeProps) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const theme = useChartTheme();
  const { measured, fitted, reducedBy, time, changes, column, unit, noise, samples, filled } = description;
  const places = useMemo(() => pointPlaces(measured.length, reducedBy, time), [measured, reducedBy, time]);
  const lines = useMemo(
    (): SignalLine[] => [
      { key: 'fitted', label: t('chart.fitted'), tone: 'plain', values: fitted },
      { key: 'measured', label: t('chart.measured'), tone: 'pale', values: measured },
    ],
    [measured, fitted, t],
  );
  const marked = useMemo(() => changes.map(({ place }) => placeOfSample(place, time)), [changes, time]);
  return (
    <>
      <div className={classes.figures}>
        <Figure name={t('trend.changes')} value={format.number(changes.length)} />
        <Figure name={withUnit(t('trend.noise'), unit)} value={format.number(noise, decimalsFor(noise))} />
        <Figure
          name={t('trend.samples')}
          value={format.number(samples)}
          {...(reducedBy > 1 ? { note: t('trend.reduced', { by: format.number(reducedBy) }) } : {})}
        />
        {filled > 0 && <Figure name={t('trend.filled')} value={format.number(filled)} />}
      </div>
      <ChartCard title={name} explanation={t('trend.explained')}>
        <SignalChart
          description={t('trend.description', { name, count: changes.length })}
          places={places}
          end={placeOfSample(samples - 1, time)}
          lines={lines}
          changes={marked}
          xTitle={time === null ? t('chart.sample') : withUnit(time.name, time.unit)}
          yTitle={withUnit(column, unit)}
          height={340}
        />
        <Legend
          entries={[
            ...lines.map(({ key, label, tone }) => ({
              key,
              label,
              colour: theme.tones[tone],
              shape: 'line' as const,
            })),
            {
              key: 'change',
              label: t('chart.change'),
              colour: theme.tones.defective,
              shape: 'line' as const,
            },
          ]}
        />
      </ChartCard>
      <ChangeList changes={changes} time={time} unit={unit} method={method} />
    </>
  );
}

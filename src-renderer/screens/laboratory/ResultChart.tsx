import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LaboratoryChart } from '../../../src-shared/contract/laboratory.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { useChartTheme } from '../../charts/chart-theme.ts';
import type { Tone } from '../../charts/chart-theme.ts';
import { Legend } from '../../charts/Legend.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import type { LineSeries } from '../../charts/LineChart.tsx';

type SeriesName = LaboratoryChart['series'][number]['name'];

interface Look {
  readonly tone: Tone;
  readonly dashed?: boolean;
  readonly mark?: NonNullable<LineSeries['mark']>;
}

const looks: Record<SeriesName, Look> = {
  truth: { tone: 'unlabelled', mark: 'circle' },
  lasso: { tone: 'plain', mark: 'triangle' },
  omp: { tone: 'defective', mark: 'rectRot' },
  clean: { tone: 'defective', dashed: true },
  noisy: { tone: 'pale' },
  found: { tone: 'plain' },
  objective: { tone: 'plain' },
  usage: { tone: 'plain' },
  sparsity: { tone: 'plain' },
  activity: { tone: 'plain' },
};

/** A chart of an experiment, with what its lines and marks mean. */
export function ResultChart({ chart: { name, kind, series } }: { chart: LaboratoryChart }) {
  const { t } = useTranslation('laboratory');
  const theme = useChartTheme();
  const lines = useMemo(
    () =>
      series.map(({ name: key, x, y }): LineSeries => {
        const { tone, dashed = false, mark } = looks[key];
        return {
          key,
          label: t(`series.${key}`),
          tone,
          dashed,
          stepped: kind === 'steps',
          ...(mark !== undefined && kind === 'points' ? { mark } : {}),
          points: x.map((place, i) => ({ x: place, y: y[i] ?? 0 })),
        };
      }),
    [series, kind, t],
  );
  const title = t(`charts.${name}.title`);
  return (
    <ChartCard title={title} explanation={t(`charts.${name}.text`)}>
      <LineChart
        description={t('chartDescription', { title, series: lines.map(({ label }) => label).join(', ') })}
        series={lines}
        xTitle={t(`charts.${name}.x`)}
        yTitle={t(`charts.${name}.y`)}
        fromZero={kind !== 'lines' || series.length === 1}
        height={260}
      />
      {lines.length > 1 && (
        <Legend
          entries={lines.map(({ key, label, tone, mark }) => ({
            key,
            label,
            colour: theme.tones[tone],
            shape: mark ?? 'line',
          }))}
        />
      )}
    </ChartCard>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { Histogram } from '../../charts/Histogram.tsx';
import type { HistogramSeries } from '../../charts/Histogram.tsx';
import type { ReadInspection } from './use-inspection.ts';

/** The scores of good parts above those of the inspected ones, with the limits between them. */
export function ScoreDistribution({ inspection }: { inspection: ReadInspection }) {
  const { t } = useTranslation('signals');
  const { good, results, limits } = inspection;
  const series = useMemo(
    (): HistogramSeries[] => [
      { key: 'good', label: t('roles.good'), values: good.scores, tone: 'good' },
      {
        key: 'inspected',
        label: t('roles.inspected'),
        values: results.map(({ score }) => score),
        tone: 'unlabelled',
      },
    ],
    [good, results, t],
  );
  return (
    <ChartCard title={t('scores.title')} explanation={t('scores.text')}>
      <Histogram
        description={t('scores.description')}
        series={series}
        valueTitle={t('scores.value')}
        limits={limits}
        height={220}
      />
    </ChartCard>
  );
}
